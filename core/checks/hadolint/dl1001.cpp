#include "checks/check.h"
#include "checks/hadolint/pragmas.h"
#include "text/say.h"

namespace slipway::checks::dl1001 {

extern const Rule rule;
const Rule rule{
    .name = "DL1001",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "No comment silences a check.",
    .explanation =
        "Where a team decides together which checks count, an exception belongs into the settings, where all of them "
        "are seen. This check is off until a severity is given to it.",
    .offByDefault = true,
    .find =
        [](const Subject& subject, Report& report) {
            for (const hadolint::IgnorePragma& pragma : hadolint::ignorePragmas(subject.tree)) {
                if (pragma.scope == hadolint::PragmaScope::NextLine) {
                    report.add(
                        {.message = text::say("This comment silences checks: make the exception in the settings"),
                         .range = pragma.range,
                         .line = pragma.line,
                         .endLine = pragma.line});
                }
            }
        },
};

}  // namespace slipway::checks::dl1001
