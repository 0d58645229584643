#include "checks/hadolint/commands.h"

namespace slipway::checks::dl4005 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL4005",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "SHELL changes the shell, not a link.",
    .explanation =
        "A link from /bin/sh to another shell changes it for every script in the image, also for those that were "
        "written for the old one. SHELL changes it for the RUNs that follow, and no more.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "ln") {
                    return std::nullopt;
                }
                const shell::Arguments arguments = command.arguments({"tS", "--target-directory --suffix"});
                if (arguments.operands.empty() || arguments.operands.back()->value != "/bin/sh") {
                    return std::nullopt;
                }
                return Complaint{"Change the shell with SHELL, not with a link at /bin/sh", headOf(command)};
            });
        },
};

}  // namespace slipway::checks::dl4005
