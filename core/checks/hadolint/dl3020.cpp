#include "checks/check.h"
#include "checks/hadolint/archives.h"
#include "checks/hadolint/words.h"

#include <algorithm>
#include <array>

namespace slipway::checks::dl3020 {

namespace {

bool isRemote(std::string_view source) {
    static constexpr std::array<std::string_view, 5> kBeginnings = {"http://", "https://", "git://", "ssh://", "git@"};
    const std::string text = hadolint::lower(source);
    return std::ranges::any_of(kBeginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3020",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "Files and folders of the context are copied with COPY.",
    .explanation =
        "ADD also unpacks archives and fetches URLs, so a reader has to guess which of it is meant. COPY does one "
        "thing; keep ADD for archives that are to be unpacked, for URLs and for Git repositories.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Copy>([&](const Line& line, const dockerfile::Copy& copy) {
                for (const dockerfile::Word& source : copy.sources) {
                    const std::string_view path = hadolint::withoutQuotes(source.text);
                    const bool forABuildToKnow = path.starts_with('$');
                    if (copy.add && !forABuildToKnow && !isRemote(path) && !hadolint::isArchive(path)) {
                        report.add(line, "ADD copies " + std::string(path) + " and no more: write COPY", source.range);
                        return;
                    }
                }
            });
        },
};

}  // namespace slipway::checks::dl3020
