#include "checks/check.h"
#include "checks/mending.h"

namespace slipway::checks {

extern const Rule redundantTargetPlatform;
const Rule redundantTargetPlatform{
    .name = "RedundantTargetPlatform",
    .description = "FROM --platform=$TARGETPLATFORM says what is so anyway.",
    .explanation = "A stage is for the target platform unless it says otherwise. Leave the flag out.",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                if (from.platform &&
                    (from.platform->text == "$TARGETPLATFORM" || from.platform->text == "${TARGETPLATFORM}")) {
                    report.add(line,
                               "Setting platform to predefined " + from.platform->text +
                                   " in FROM is redundant as this is the default behavior",
                               from.platform->range);
                }
            });
        },
    .fix = [](const Subject& subject,
              const Finding& finding) { return withoutFlag(subject, finding, "platform", Asked::Always); },
};

}  // namespace slipway::checks
