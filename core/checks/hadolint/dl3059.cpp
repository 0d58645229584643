#include "checks/hadolint/commands.h"
#include "checks/hadolint/run_edits.h"

namespace slipway::checks::dl3059 {

using namespace hadolint;

namespace {

/// A RUN that starts more than one program: its end is taken for a choice.
bool isChain(const RunScript& script) { return script.commands().size() > 1; }

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
                const auto* run = line.value ? std::get_if<dockerfile::Run>(&*line.value) : nullptr;
                if (run && (!line.script || isChain(*line.script))) {
                    run = nullptr;
                }
                if (run && previous && haveSameFlags(*previous, *run)) {
                    report.add(line, "The RUN before this one could do it, too: join them with &&");
                }
                previous = run;
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) { return joinedWithPrevious(subject, finding); },
};

}  // namespace slipway::checks::dl3059
