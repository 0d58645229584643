#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3015 {

using namespace hadolint;

namespace {

bool leavesOut(const shell::Arguments& arguments) {
    return arguments.has({"--no-install-recommends"}) ||
           std::ranges::any_of(arguments.options, [](const shell::Option& option) {
               return isOneOf(option.name, {"-o", "--option"}) &&
                      isOneOf(option.value.value_or(""), {"APT::Install-Recommends=false", "APT::Install-Recommends=0",
                                                          "APT::Install-Recommends=no", "APT::Install-Recommends=off"});
           });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3015",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "apt-get install leaves recommended packages out.",
    .explanation =
        "What a package recommends is for a person at a desk, and often larger than the package itself. Add "
        "--no-install-recommends, and name what you do need.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apt-get",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                const auto install = aptGetInstall(command);
                if (!install || leavesOut(install->arguments)) {
                    return std::nullopt;
                }
                return Complaint{
                    text::say("apt-get installs what packages recommend, too: add --no-install-recommends"),
                    headOf(command)};
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        return addOption(
            subject, finding, "--no-install-recommends", [](const shell::Invocation& command) -> const shell::Word* {
                const auto install = aptGetInstall(command);
                return install && !leavesOut(install->arguments) ? install->arguments.operands.front() : nullptr;
            });
    },
};

}  // namespace slipway::checks::dl3015
