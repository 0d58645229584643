#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3014 {

using namespace hadolint;

namespace {

/// -y, or as quiet as -qq, which means it.
bool answersYes(const shell::Arguments& arguments) {
    if (arguments.has({"-y", "--yes", "--assume-yes"}) || arguments.count({"-q", "--quiet"}) > 1) {
        return true;
    }
    return std::ranges::any_of(arguments.options, [](const shell::Option& option) {
        const std::string_view value = option.value.value_or("");
        const bool quiet = isOneOf(option.name, {"-q", "--quiet"}) && value.starts_with('2');
        return quiet || (isOneOf(option.name, {"-o", "--option"}) && value.starts_with("APT::Get::Assume-Yes="));
    });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3014",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "apt-get install doesn't ask.",
    .explanation = "Nobody answers the question whether to go on, so the build stops there. Add -y.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apt-get",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                const auto install = aptGetInstall(command);
                if (!install || answersYes(install->arguments)) {
                    return std::nullopt;
                }
                return Complaint{text::say("apt-get asks before it installs, and nobody answers: add -y"),
                                 headOf(command)};
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        return addOption(subject, finding, "-y", [](const shell::Invocation& command) -> const shell::Word* {
            const auto install = aptGetInstall(command);
            return install && !answersYes(install->arguments) ? install->arguments.operands.front() : nullptr;
        });
    },
};

}  // namespace slipway::checks::dl3014
