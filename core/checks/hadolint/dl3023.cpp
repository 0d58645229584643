#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

namespace slipway::checks::dl3023 {

extern const Rule rule;
const Rule rule{
    .name = "DL3023",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "COPY --from does not name its own stage.",
    .explanation = "A stage can't copy out of itself: use RUN cp, or name another stage.",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Copy>([&](const Line& line, const dockerfile::Copy& copy) {
                const plan::Stage* own = subject.stageOf(line);
                if (own && copy.from && !own->name.empty() &&
                    own->name == hadolint::lower(hadolint::withoutQuotes(copy.from->text))) {
                    report.add(line, text::say("COPY --from={} names the stage it stands in", copy.from->text),
                               copy.from->range);
                }
            });
        },
};

}  // namespace slipway::checks::dl3023
