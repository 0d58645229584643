#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/expansion.h"
#include "text/say.h"

namespace slipway::checks {

namespace {

/// It uses that variable and no other, and comes out as what that holds.
bool isTargetPlatform(std::string_view flag, char escape) {
    const std::string given = "target/platform";
    const auto value = [&](std::string_view name) {
        return name == "TARGETPLATFORM" ? std::optional(given) : std::nullopt;
    };
    const auto expanded = dockerfile::expandWord(flag, value, escape);
    return expanded && expanded->used.size() == 1 && expanded->unset.empty() && expanded->text == given;
}

}  // namespace

extern const Rule redundantTargetPlatform;
const Rule redundantTargetPlatform{
    .name = "RedundantTargetPlatform",
    .description = "FROM --platform=$TARGETPLATFORM says what is so anyway.",
    .explanation = "A stage is for the target platform unless it says otherwise. Leave the flag out.",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                if (from.platform && isTargetPlatform(from.platform->text, subject.tree.escape())) {
                    report.add(
                        line,
                        text::say(
                            "Setting platform to predefined {} in FROM is redundant as this is the default behavior",
                            from.platform->text),
                        from.platform->range);
                }
            });
        },
    .fix = [](const Subject& subject,
              const Finding& finding) { return withoutFlag(subject, finding, "platform", Asked::Always); },
};

}  // namespace slipway::checks
