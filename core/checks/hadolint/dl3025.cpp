#include "checks/check.h"
#include "checks/command_json.h"
#include "text/say.h"

namespace slipway::checks::dl3025 {

namespace {

const dockerfile::Command* commandOf(const dockerfile::Value& value) {
    if (const auto* cmd = std::get_if<dockerfile::Cmd>(&value)) {
        return &cmd->command;
    }
    if (const auto* entrypoint = std::get_if<dockerfile::Entrypoint>(&value)) {
        return &entrypoint->command;
    }
    const auto* check = std::get_if<dockerfile::Healthcheck>(&value);
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
                const dockerfile::Command* command = line.value ? commandOf(*line.value) : nullptr;
                if (command && !command->exec) {
                    report.add(line, text::say("Write the command of {} as a JSON array",
                                               dockerfile::keywordName(line.instruction->keyword)));
                }
            }
        },
    .fix = commandAsJson,
};

}  // namespace slipway::checks::dl3025
