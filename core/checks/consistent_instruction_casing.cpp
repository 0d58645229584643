#include "checks/check.h"
#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::checks {

namespace {

std::string inLowerCase(std::string word) {
    std::ranges::transform(word, word.begin(), dockerfile::lowerCase);
    return word;
}

std::string inUpperCase(std::string word) {
    std::ranges::transform(word, word.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return word;
}

}  // namespace

extern const Rule consistentInstructionCasing;
const Rule consistentInstructionCasing{
    .name = "ConsistentInstructionCasing",
    .description = "All instructions are in upper case, or all in lower case.",
    .explanation =
        "Any letter case works, but a file that mixes them is hard to read. Write the instruction as most of the file "
        "does.",
    .find =
        [](const Subject& subject, Report& report) {
            std::size_t upper = 0, lower = 0;
            for (const Line& line : subject.lines) {
                const std::string& word = line.instruction->keywordText;
                upper += word == inUpperCase(word) ? 1 : 0;
                lower += word == inLowerCase(word) ? 1 : 0;
            }
            const bool wantsLower = lower > upper;
            for (const Line& line : subject.lines) {
                const std::string& word = line.instruction->keywordText;
                if (word != (wantsLower ? inLowerCase(word) : inUpperCase(word))) {
                    report.add(line,
                               "Command '" + word + "' should match the case of the command majority (" +
                                   (wantsLower ? "lowercase" : "uppercase") + ")",
                               line.instruction->keywordRange);
                }
            }
        },
};

}  // namespace slipway::checks
