#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3034 {

using namespace hadolint;

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
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                const auto change = installOf(
                    command, {"zypper"}, {"install", "in", "remove", "rm", "source-install", "si", "patch"}, kZypper);
                if (!change || change->arguments.has({"-n", "--non-interactive", "-y", "--no-confirm"})) {
                    return std::nullopt;
                }
                return Complaint{"zypper " + std::string(change->arguments.subcommand()) +
                                     " asks before it goes on, and nobody answers: add -y",
                                 headOf(command)};
            });
        },
};

}  // namespace slipway::checks::dl3034
