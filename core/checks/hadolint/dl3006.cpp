#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

namespace slipway::checks::dl3006 {

namespace {

bool saysVersion(std::string_view image) {
    const hadolint::ImageName name = hadolint::imageName(image);
    return !name.tag.empty() || !name.digest.empty();
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3006",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "FROM says which version of an image it means.",
    .explanation =
        "Without a tag it is :latest, which is another image next month: the build that worked then fails, or makes "
        "something else. Write a tag, or a digest.",
    .find =
        [](const Subject& subject, Report& report) {
            const hadolint::StageNames stages(subject);
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                const std::string_view image = hadolint::withoutQuotes(from.image.text);
                const plan::Stage* stage = subject.stageOf(line);
                const auto* expanded = stage ? std::get_if<plan::FromImage>(&stage->base) : nullptr;
                const bool isImage = expanded && image != "scratch";
                // A variable may hold its tag, too.
                const bool mayHoldTag = image.starts_with('$') || hadolint::imageName(image).path.starts_with('$');
                // A stage's name in other letters is no image, either; the plan says so.
                if (isImage && !mayHoldTag && !saysVersion(image) && !saysVersion(expanded->name) &&
                    !stages.named(line, image)) {
                    report.add(line, text::say("Image {} has no tag: say which version is meant", image),
                               from.image.range);
                }
            });
        },
    .fix = hadolint::pinnedToDigest,
};

}  // namespace slipway::checks::dl3006
