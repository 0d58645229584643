#include "checks/check.h"
#include "checks/hadolint/several.h"

namespace slipway::checks::dl3012 {

extern const Rule rule;
const Rule rule{
    .name = "DL3012",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "A stage has one HEALTHCHECK.",
    .explanation = "Only the last of them counts, the others do nothing: remove those.",
    .twin = "MultipleInstructionsDisallowed",
    .find = [](const Subject& subject,
               Report& report) { hadolint::findSeveral(subject, report, dockerfile::Keyword::Healthcheck); },
    .fix = hadolint::withoutEarlier,
};

}  // namespace slipway::checks::dl3012
