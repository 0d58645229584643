#include "checks/check.h"
#include "checks/hadolint/several.h"

namespace slipway::checks::dl4003 {

extern const Rule rule;
const Rule rule{
    .name = "DL4003",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "A stage has one CMD.",
    .explanation = "Only the last of them counts, the others do nothing: remove those.",
    .twin = "MultipleInstructionsDisallowed",
    .find = [](const Subject& subject,
               Report& report) { hadolint::findSeveral(subject, report, dockerfile::Keyword::Cmd); },
    .fix = hadolint::withoutEarlier,
};

}  // namespace slipway::checks::dl4003
