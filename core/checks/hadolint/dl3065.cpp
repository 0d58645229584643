#include "checks/check.h"
#include "checks/mending.h"
#include "text/say.h"

namespace slipway::checks::dl3065 {

extern const Rule rule;
const Rule rule{
    .name = "DL3065",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "FROM --platform=$TARGETPLATFORM says what is so anyway.",
    .explanation = "A stage is for the target platform unless it says otherwise. Leave the flag out.",
    .twin = "RedundantTargetPlatform",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                // As written: in quotes hadolint doesn't meet it.
                const std::string_view platform =
                    from.platform ? from.platform->range.of(subject.tree.text()) : std::string_view();
                if (platform == "$TARGETPLATFORM" || platform == "${TARGETPLATFORM}") {
                    report.add(line, text::say("A stage is for the target platform anyway: leave --platform out"),
                               from.platform->range);
                }
            });
        },
    .fix = [](const Subject& subject,
              const Finding& finding) { return withoutFlag(subject, finding, "platform", Asked::Always); },
};

}  // namespace slipway::checks::dl3065
