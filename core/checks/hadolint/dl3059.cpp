#include "checks/hadolint/commands.h"

#include <algorithm>

namespace slipway::checks::dl3059 {

using namespace hadolint;

namespace {

std::vector<std::string> flagsOf(const Line& line) {
    std::vector<std::string> out;
    for (const dockerfile::Flag& flag : line.instruction->flags) {
        out.push_back(flag.plain);
    }
    std::ranges::sort(out);
    return out;
}

/// Calls one program, be it more than once.
bool doesOneThing(const RunScript& script) {
    const auto& commands = script.commands();
    return std::ranges::all_of(commands,
                               [&](const auto& command) { return command.name() == commands.front().name(); });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3059",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "RUN instructions that follow each other are one.",
    .explanation =
        "Each RUN is a layer, and what one of them deletes stays in the layer of the one before. Join commands that "
        "belong together with &&. Where a RUN already does several things, its end is taken for a choice.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            const dockerfile::Run* previous = nullptr;
            std::vector<std::string> previousFlags;
            for (const Line& line : subject.lines) {
                const auto* run = line.value ? std::get_if<dockerfile::Run>(&*line.value) : nullptr;
                if (run && (!line.script || !doesOneThing(*line.script))) {
                    run = nullptr;
                }
                if (run && previous && flagsOf(line) == previousFlags) {
                    report.add(line, "The RUN before this one could do it, too: join them with &&");
                }
                previous = run;
                previousFlags = run ? flagsOf(line) : std::vector<std::string>();
            }
        },
};

}  // namespace slipway::checks::dl3059
