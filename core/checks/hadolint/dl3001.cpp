#include "checks/hadolint/commands.h"
#include "text/say.h"

namespace slipway::checks::dl3001 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3001",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "A RUN calls no program that makes sense on a whole machine only.",
    .explanation =
        "A build has no init system, no terminal and no network interfaces of its own to look after: ssh, vim, "
        "shutdown, service, ps, free, top, kill, mount and ifconfig either do nothing here or do it to nothing that "
        "lasts. Leave the command out, or do it when a container starts.",
    .onbuild = Onbuild::InsideToo,
    .programs = "ssh vim shutdown service ps free top kill mount ifconfig",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (!isOneOf(command.name(),
                             {"ssh", "vim", "shutdown", "service", "ps", "free", "top", "kill", "mount", "ifconfig"})) {
                    return std::nullopt;
                }
                return Complaint{text::say("In a build {} has nothing to work on: leave it out", command.name()),
                                 headOf(command)};
            });
        },
};

}  // namespace slipway::checks::dl3001
