#include "checks/check.h"
#include "checks/slipway/stages.h"

namespace slipway::checks::unused_stage {

extern const Rule rule;
const Rule rule{
    .name = "UnusedStage",
    .family = Family::Slipway,
    .severity = Severity::Style,
    .description = "A stage is built on, copied from, or the last one.",
    .explanation =
        "A build makes the last stage and what that needs. Any other stage is built only when somebody asks for it "
        "with --target; where nobody does, it is left over from an earlier version, or its name is misspelled where "
        "it was to be used.",
    .find =
        [](const Subject& subject, Report& report) {
            const std::vector<bool> used = usedStages(subject.plan);
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From&) {
                const plan::Stage* stage = subject.stageOf(line);
                if (!stage || used[static_cast<std::size_t>(line.stage)] || line.stage == subject.plan.target ||
                    stage == &subject.plan.stages.back()) {
                    return;
                }
                report.add(line, stage->name.empty() ? "Nothing uses this stage, and it has no name to build it by"
                                                     : "Nothing uses the stage " + stage->name +
                                                           ": it is built for --target " + stage->name + " alone");
            });
        },
};

}  // namespace slipway::checks::unused_stage
