#include "checks/hadolint/commands.h"

namespace slipway::checks::dl3027 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3027",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "apt-get and apt-cache are used, not apt.",
    .explanation =
        "apt is made for people: its options and output may change from one release to the next, and it says so "
        "itself. Write apt-get or apt-cache.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "apt") {
                    return std::nullopt;
                }
                return Complaint{"apt is made for people at a terminal: use apt-get or apt-cache", headOf(command)};
            });
        },
};

}  // namespace slipway::checks::dl3027
