#include "checks/hadolint/commands.h"

namespace slipway::checks::dl3003 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3003",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "WORKDIR changes the directory, not cd.",
    .explanation =
        "A cd holds for its own RUN alone, so the next instruction is somewhere else again. WORKDIR says it once, for "
        "all that follows, and makes the folder where it is missing.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "cd") {
                    return std::nullopt;
                }
                return Complaint{"Change the directory with WORKDIR: cd holds for this RUN alone", headOf(command)};
            });
        },
};

}  // namespace slipway::checks::dl3003
