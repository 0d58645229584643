#include "checks/hadolint/commands.h"

#include <algorithm>

namespace slipway::checks::dl3004 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3004",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "A RUN does without sudo.",
    .explanation =
        "A build runs as root until USER says otherwise, so sudo only adds a program, its configuration and a "
        "terminal that it may ask for. Go back with USER root; where a container has to change users as it starts, "
        "use gosu or su-exec.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "sudo" && !std::ranges::contains(command.wrappers(), "sudo")) {
                    return std::nullopt;
                }
                return Complaint{"sudo behaves unpredictably in a build: use USER, or gosu when a container starts",
                                 command.command().words.front().range};
            });
        },
};

}  // namespace slipway::checks::dl3004
