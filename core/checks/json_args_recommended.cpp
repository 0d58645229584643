#include "checks/check.h"
#include "checks/command_json.h"
#include "text/say.h"

namespace slipway::checks {

namespace {

const dockerfile::Command* commandOf(const Line& line) {
    if (const auto* cmd = line.as<dockerfile::Cmd>()) {
        return &cmd->command;
    }
    const auto* entrypoint = line.as<dockerfile::Entrypoint>();
    return entrypoint ? &entrypoint->command : nullptr;
}

bool baseHasShell(const Subject& subject, const plan::Stage& stage) {
    const plan::Base* base = plan::baseOf(subject.surroundings.bases, stage.base);
    return base && base->config->shell;
}

}  // namespace

extern const Rule jsonArgsRecommended;
const Rule jsonArgsRecommended{
    .name = "JSONArgsRecommended",
    .description = "CMD and ENTRYPOINT are written as JSON.",
    .explanation =
        "In the shell form a shell is the first process: it passes no signals on, so docker stop waits and kills. "
        "Write the command as a JSON array, or say with SHELL that you want a shell.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            std::vector<bool> ownShell(subject.plan.stages.size() + 1, false);
            for (const Line& line : subject.lines) {
                const plan::Stage* stage = subject.stageOf(line);
                if (!stage || !line.value) {
                    continue;
                }
                const auto own = static_cast<std::size_t>(stage->index);
                if (line.as<dockerfile::From>()) {
                    const auto* parent = std::get_if<plan::FromStage>(&stage->base);
                    ownShell[own] = parent ? bool(ownShell[static_cast<std::size_t>(parent->stage)])
                                           : baseHasShell(subject, *stage);
                } else if (line.as<dockerfile::Shell>()) {
                    ownShell[own] = true;
                } else if (const dockerfile::Command* command = commandOf(line);
                           command && !command->exec && !ownShell[own]) {
                    report.add(
                        line,
                        text::say(
                            "JSON arguments recommended for {} to prevent unintended behavior related to OS signals",
                            line.instruction->keywordText));
                }
            }
        },
    .fix = commandAsJson,
};

}  // namespace slipway::checks
