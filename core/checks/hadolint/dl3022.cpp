#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "checks/mending.h"
#include "dockerfile/suggestion.h"
#include "text/say.h"

namespace slipway::checks::dl3022 {

extern const Rule rule;
const Rule rule{
    .name = "DL3022",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "COPY --from names a stage above it.",
    .explanation =
        "A name that no stage has is taken as that of an image, and pulled, or not found: a slip in a stage's name is "
        "seen late. Name a stage; where an image is meant, write its tag.",
    .find =
        [](const Subject& subject, Report& report) {
            const hadolint::StageNames stages(subject);
            subject.each<dockerfile::Copy>([&](const Line& line, const dockerfile::Copy& copy) {
                if (copy.add || !copy.from || stages.above(line, copy.from->text)) {
                    return;
                }
                const std::string from = hadolint::lower(hadolint::withoutQuotes(copy.from->text));
                const plan::Stage* own = subject.stageOf(line);
                // The plan says what is wrong with a stage that copies from itself.
                const bool isOwn = own && !from.empty() && (from == own->name || from == std::to_string(own->index));
                if (!from.contains(':') && !isOwn) {
                    report.add(line, text::say("No stage above has the name {}", copy.from->text), copy.from->range);
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        std::vector<std::string_view> names;
        for (const plan::Stage& stage : subject.plan.stages) {
            if (line && stage.index < line->stage && !stage.name.empty()) {
                names.push_back(stage.name);
            }
        }
        const std::string name(dockerfile::nearest(finding.range.of(subject.tree.text()), names));
        return name.empty() ? std::nullopt
                            : fixOf(text::say("Write {}", name), {{finding.range, name}}, Asked::OnRequest);
    },
};

}  // namespace slipway::checks::dl3022
