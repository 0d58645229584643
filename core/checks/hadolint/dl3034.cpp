#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

namespace slipway::checks::dl3034 {

using namespace hadolint;

namespace {

bool asks(const shell::Invocation& command) {
    const auto change =
        installOf(command, {"zypper"}, {"install", "in", "remove", "rm", "source-install", "si", "patch"}, kZypper);
    return change && !change->arguments.has({"-n", "--non-interactive", "-y", "--no-confirm"});
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3034",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "zypper doesn't ask.",
    .explanation =
        "Nobody answers the question whether to go on, so the build stops there. Add --non-interactive, or -y behind "
        "install.",
    .onbuild = Onbuild::InsideToo,
    .programs = "zypper",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (!asks(command)) {
                    return std::nullopt;
                }
                return Complaint{text::say("zypper {} asks before it goes on, and nobody answers: add -y",
                                           command.arguments(kZypper).subcommand()),
                                 headOf(command)};
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        return addOption(subject, finding, "--non-interactive",
                         [](const shell::Invocation& command) { return asks(command) ? programOf(command) : nullptr; });
    },
};

}  // namespace slipway::checks::dl3034
