#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/expansion.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3029 {

extern const Rule rule;
const Rule rule{
    .name = "DL3029",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "FROM does not fix the platform.",
    .explanation =
        "With --platform the stage is the same on every machine and for every target, so the image can't be built for "
        "several platforms. Leave it out and say docker build --platform=…, or use $BUILDPLATFORM for tools that run "
        "during the build.",
    .twin = "FromPlatformFlagConstDisallowed",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                const auto follows = [](const std::string& name) {
                    return name == "BUILDPLATFORM" || name == "TARGETPLATFORM";
                };
                if (from.platform &&
                    std::ranges::none_of(dockerfile::usedNames(from.platform->text, subject.tree.escape()), follows)) {
                    report.add(
                        line,
                        text::say("FROM --platform={} fixes the platform: leave it to the build", from.platform->text),
                        from.platform->range);
                }
            });
        },
    // The image may exist for that platform alone.
    .fix = [](const Subject& subject,
              const Finding& finding) { return withoutFlag(subject, finding, "platform", Asked::OnRequest); },
};

}  // namespace slipway::checks::dl3029
