#include "checks/check.h"
#include "checks/hadolint/words.h"

namespace slipway::checks::dl3057 {

extern const Rule rule;
const Rule rule{
    .name = "DL3057",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "An image has a HEALTHCHECK.",
    .explanation =
        "It tells whether what runs in a container does its work. HEALTHCHECK NONE says that none is wanted. This "
        "check "
        "is off until a severity is given to it: Kubernetes, for one, has probes of its own.",
    .offByDefault = true,
    .find =
        [](const Subject& subject, Report& report) {
            const std::vector<bool> results = hadolint::resultStages(subject);
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From&) {
                const plan::Stage* stage = subject.stageOf(line);
                if (stage && results[static_cast<std::size_t>(line.stage)] && !stage->config.healthcheck) {
                    report.add(line, "Stage " + hadolint::shownName(subject, line.stage) + " has no HEALTHCHECK");
                }
            });
        },
};

}  // namespace slipway::checks::dl3057
