#include "checks/check.h"
#include "checks/hadolint/labels.h"

namespace slipway::checks::dl3049 {

extern const Rule rule;
const Rule rule{
    .name = "DL3049",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "An image has every label that the settings ask for.",
    .explanation = "The settings (label-schema) ask for the label because someone reads it: add it with LABEL.",
    .find =
        [](const Subject& subject, Report& report) {
            const std::vector<bool> results = hadolint::resultStages(subject);
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From&) {
                const plan::Stage* stage = subject.stageOf(line);
                // One with a name and others below it is there to be used.
                const bool isLast = line.stage + 1 == static_cast<int>(results.size());
                if (!stage || (!stage->name.empty() && !isLast) || !results[static_cast<std::size_t>(line.stage)]) {
                    return;
                }
                for (const auto& [label, format] : subject.settings.labels) {
                    if (!stage->config.labels.contains(label)) {
                        report.add(line,
                                   "Stage " + hadolint::shownName(subject, line.stage) + " lacks the label " + label);
                    }
                }
            });
        },
};

}  // namespace slipway::checks::dl3049
