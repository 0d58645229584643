#include "checks/check.h"
#include "checks/hadolint/several.h"

namespace slipway::checks::dl4004 {

extern const Rule rule;
const Rule rule{
    .name = "DL4004",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "A stage has one ENTRYPOINT.",
    .explanation = "Only the last of them counts, the others do nothing: remove those.",
    .twin = "MultipleInstructionsDisallowed",
    .find = [](const Subject& subject,
               Report& report) { hadolint::findSeveral(subject, report, dockerfile::Keyword::Entrypoint); },
    .fix = hadolint::withoutEarlier,
};

}  // namespace slipway::checks::dl4004
