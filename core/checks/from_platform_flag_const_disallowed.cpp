#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/expansion.h"
#include "text/say.h"

namespace slipway::checks {

extern const Rule fromPlatformFlagConstDisallowed;
const Rule fromPlatformFlagConstDisallowed{
    .name = "FromPlatformFlagConstDisallowed",
    .description = "FROM --platform names no fixed platform.",
    .explanation =
        "A fixed platform makes an image that is wrong, or slow, wherever another one is asked for. Leave the flag "
        "out, use $BUILDPLATFORM for tools that run during the build, or name the stage after the platform where it is "
        "meant for that one alone.",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                if (!from.platform || !dockerfile::usedNames(from.platform->text, subject.tree.escape()).empty()) {
                    return;
                }
                const auto platform = image::Platform::parse(from.platform->text);
                const bool meant = platform && !from.name.empty() &&
                                   (from.name.contains(platform->os) || from.name.contains(platform->architecture));
                if (platform && !meant) {
                    report.add(
                        line,
                        text::say("FROM --platform flag should not use constant value \"{}\"", from.platform->text),
                        from.platform->range);
                }
            });
        },
    // The image may exist for that platform alone.
    .fix = [](const Subject& subject,
              const Finding& finding) { return withoutFlag(subject, finding, "platform", Asked::OnRequest); },
};

}  // namespace slipway::checks
