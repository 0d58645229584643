#include "checks/check.h"
#include "checks/command_json.h"
#include "text/say.h"

namespace slipway::checks::dl3025 {

namespace {

const dockerfile::Command* commandOf(const Line& line) {
    if (const auto* cmd = line.as<dockerfile::Cmd>()) {
        return &cmd->command;
    }
    if (const auto* entrypoint = line.as<dockerfile::Entrypoint>()) {
        return &entrypoint->command;
    }
    const auto* check = line.as<dockerfile::Healthcheck>();
    return check && !check->none ? &check->command : nullptr;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3025",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "CMD, ENTRYPOINT and HEALTHCHECK CMD are written as JSON.",
    .explanation =
        "In the shell form a shell is the first process: it passes no signals on, and it must be in the image. Write "
        "the command as a JSON array.",
    .onbuild = Onbuild::InsideToo,
    .twin = "JSONArgsRecommended",
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                const dockerfile::Command* command = commandOf(line);
                if (command && !command->exec) {
                    report.add(line, text::say("Write the command of {} as a JSON array",
                                               dockerfile::keywordName(line.instruction->keyword)));
                }
            }
        },
    .fix = commandAsJson,
};

}  // namespace slipway::checks::dl3025
