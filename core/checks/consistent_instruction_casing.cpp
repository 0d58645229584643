#include "checks/check.h"
#include "checks/mending.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks {

namespace {

bool isUpper(std::string_view word) {
    return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}
bool isLower(std::string_view word) {
    return std::ranges::none_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// How many of the stages' instructions are in either case. What stands above the first FROM is not asked.
struct Casing {
    explicit Casing(const Subject& subject) {
        for (const Line& line : subject.lines) {
            if (line.stage >= 0) {
                const std::string& word = line.instruction->keywordText;
                ++all;
                upper += isUpper(word) ? 1 : 0;
                lower += isLower(word) ? 1 : 0;
            }
        }
    }
    [[nodiscard]] bool wantsLower() const { return lower > upper; }
    std::size_t all = 0, upper = 0, lower = 0;
};

}  // namespace

extern const Rule consistentInstructionCasing;
const Rule consistentInstructionCasing{
    .name = "ConsistentInstructionCasing",
    .description = "All instructions are in upper case, or all in lower case.",
    .explanation =
        "Any letter case works, but a file that mixes them is hard to read. Write the instruction as most of the file "
        "does.",
    .fileOnly = true,
    .find =
        [](const Subject& subject, Report& report) {
            const Casing casing(subject);
            const bool wantsLower = casing.wantsLower();
            if ((wantsLower ? casing.lower : casing.upper) == casing.all) {
                return;
            }
            for (const Line& line : subject.lines) {
                if (line.stage < 0) {
                    continue;
                }
                const std::string& word = line.instruction->keywordText;
                if (!(wantsLower ? isLower(word) : isUpper(word))) {
                    report.add(
                        line,
                        wantsLower
                            ? text::say("Command '{}' should match the case of the command majority (lowercase)", word)
                            : text::say("Command '{}' should match the case of the command majority (uppercase)", word),
                        line.instruction->keywordRange);
                }
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const std::string_view word = finding.range.of(subject.tree.text());
        if (dockerfile::keywordFromName(word) == dockerfile::Keyword::Unknown) {
            return std::nullopt;
        }
        // A word in one case was found because most are in the other; only of a mixed one that has to be counted.
        const bool wantsLower = isUpper(word) || (!isLower(word) && Casing(subject).wantsLower());
        std::string wanted = wantsLower ? inLowerCase(word) : inUpperCase(word);
        std::string title = text::say("Write {}", wanted);
        return replacing(std::move(title), finding.range, std::move(wanted));
    },
};

}  // namespace slipway::checks
