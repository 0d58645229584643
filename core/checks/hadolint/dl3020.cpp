#include "checks/check.h"
#include "checks/hadolint/archives.h"
#include "checks/hadolint/words.h"
#include "checks/mending.h"
#include "text/say.h"

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
                for (std::size_t i = 0; copy.add && i < copy.sources.size(); ++i) {
                    const dockerfile::Word& source = copy.sources[i];
                    // hadolint takes a variable for a file; what it holds may be known, or else is for a build to know.
                    const auto taken = subject.plan.taken(source);
                    const bool isKnown = !taken.empty() && taken.front().isSet;
                    const std::string_view written = hadolint::withoutQuotes(source.text);
                    const std::string_view path = isKnown ? std::string_view(taken.front().text) : written;
                    const bool forABuildToKnow = !isKnown && path.starts_with('$');
                    if (!forABuildToKnow && !isRemote(path) && !hadolint::isArchive(path)) {
                        report.add(line, text::say("ADD copies {} and no more: write COPY", written), source.range);
                        return;
                    }
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        const auto* add = line && line->value ? std::get_if<dockerfile::Copy>(&*line->value) : nullptr;
        const auto isFile = [](const dockerfile::Word& source) {
            const std::string_view path = hadolint::withoutQuotes(source.text);
            const std::string_view ending = path.substr(path.find_last_of("./") + 1);
            const bool mayBeArchive =
                ending.find_first_of("*?[") != std::string_view::npos || hadolint::isArchive(path);
            return !mayBeArchive && !path.contains('$') && !isRemote(path);
        };
        const bool isCopy = add && add->add && !add->checksum && !add->keepGitDir && !add->unpack &&
                            std::ranges::all_of(add->sources, isFile);
        const bool isLower = line && line->instruction->keywordText == "add";
        return isCopy ? replacing(text::say("Write COPY"), line->instruction->keywordRange, isLower ? "copy" : "COPY")
                      : std::nullopt;
    },
};

}  // namespace slipway::checks::dl3020
