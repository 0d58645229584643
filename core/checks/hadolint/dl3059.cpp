#include "checks/hadolint/commands.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

namespace slipway::checks::dl3059 {

using namespace hadolint;

namespace {

/// Commands whose name is written out. What a condition in brackets asks is none; `time` is one beside what it times.
std::size_t commandsIn(const shell::Script& script) {
    std::size_t out = 0;
    for (const shell::SimpleCommand& command : script.commands()) {
        if (!command.words.empty() && command.words[0].constant && command.words[0].value != "[") {
            out += command.words[0].value == "time" && command.words.size() > 1 ? 2 : 1;
        }
    }
    return out;
}

/// A RUN of more than one command: its end is taken for a choice. What joins commands in other languages looks much the
/// same as in a shell's.
bool isChain(const shell::Script& script) {
    return script.dialect() == shell::Dialect::Unknown
               ? commandsIn(*shell::Script::parse(script.text(), shell::Dialect::Bash)) > 1
               : commandsIn(script) > 1;
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
            for (const Line& line : subject.lines) {
                const auto* run = line.as<dockerfile::Run>();
                if (run && (!line.script || isChain(line.script->script()))) {
                    run = nullptr;
                }
                if (run && previous && haveSameFlags(*previous, *run)) {
                    report.add(line, text::say("The RUN before this one could do it, too: join them with &&"));
                }
                previous = run;
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) { return joinedWithPrevious(subject, finding); },
};

}  // namespace slipway::checks::dl3059
