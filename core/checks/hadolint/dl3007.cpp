#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

namespace slipway::checks::dl3007 {

extern const Rule rule;
const Rule rule{
    .name = "DL3007",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "FROM does not mean whatever is latest.",
    .explanation =
        ":latest is another image next month: the build that worked then fails, or makes something else. Write the tag "
        "of a release, or add a digest.",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                const hadolint::ImageName name = hadolint::imageName(from.image.text);
                if (name.tag == "latest" && name.digest.empty()) {
                    report.add(line, text::say("The tag latest moves: name the tag of a release"), from.image.range);
                }
            });
        },
    .fix = hadolint::pinnedToDigest,
};

}  // namespace slipway::checks::dl3007
