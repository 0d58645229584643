#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3067 {

extern const Rule rule;
const Rule rule{
    .name = "DL3067",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "COPY --from does not copy a whole file system.",
    .explanation =
        "All of another image or stage lands in one new layer that nothing shares, with the tools and leftovers of its "
        "build, and without its USER, ENV and ENTRYPOINT. Build FROM it, or copy the folders that are needed.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Copy>([&](const Line& line, const dockerfile::Copy& copy) {
                const auto isRoot = [](const dockerfile::Word& word) {
                    return hadolint::withoutQuotes(word.text) == "/";
                };
                if (!copy.add && copy.from && isRoot(copy.destination) && std::ranges::any_of(copy.sources, isRoot)) {
                    report.add(line, text::say("COPY takes all of {}: copy what is needed, or build FROM it",
                                               copy.from->text));
                }
            });
        },
};

}  // namespace slipway::checks::dl3067
