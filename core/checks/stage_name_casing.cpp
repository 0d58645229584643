#include "checks/check.h"
#include "checks/stage_references.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks {

extern const Rule stageNameCasing;
const Rule stageNameCasing{
    .name = "StageNameCasing",
    .description = "Stage names are written in lower case.",
    .explanation =
        "Docker turns stage names to lower case, so FROM and COPY --from with other letters look as if they named "
        "something else. Write the name in lower case.",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                const std::string name(from.nameRange.of(subject.tree.text()));
                if (std::ranges::any_of(name, [](char c) { return c != dockerfile::lowerCase(c); })) {
                    report.add(line, text::say("Stage name '{}' should be lowercase", name), from.nameRange);
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const std::string name = inLowerCase(finding.range.of(subject.tree.text()));
        const Line* line = subject.lineAt(finding.range.begin);
        return line ? fixOf(text::say("Name the stage {}", name), renamedStage(subject, *line, name)) : std::nullopt;
    },
};

}  // namespace slipway::checks
