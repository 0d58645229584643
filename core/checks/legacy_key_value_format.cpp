#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/expansion.h"
#include "dockerfile/words.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks {

namespace {

std::string expandedText(const std::string& word, char escape) {
    const auto asWritten = [](std::string_view name) { return std::optional("${" + std::string(name) + "}"); };
    const auto made = dockerfile::expandWord(word, asWritten, escape);
    return made ? made->text : word + '\0';
}

/// Edits that make one word of a value with blanks in it, with the same meaning; nullopt where that takes a person.
std::optional<std::vector<text::Edit>> asOneWord(const dockerfile::Word& value, std::string_view text, char escape) {
    const auto parts = dockerfile::splitOutsideQuotes(value.text, escape);
    if (parts.size() == 1 && parts.front().text == value.text) {
        return std::vector<text::Edit>{};
    }
    const bool isPlain = value.text.find_first_of("\"'") == std::string::npos && !value.text.contains(escape);
    if (isPlain && !value.range.of(text).contains('#')) {
        const text::Range begin{value.range.begin, value.range.begin}, end{value.range.end, value.range.end};
        return std::vector<text::Edit>{{begin, "\""}, {end, "\""}};
    }
    std::string word;
    std::size_t at = 0;
    for (const dockerfile::TextWord& part : parts) {
        for (; at < part.begin; ++at) {
            word += escape;
            word += value.text[at];
        }
        word += value.text.substr(part.begin, part.end - part.begin);
        at = part.end;
    }
    const bool isWhole = value.range.of(text) == value.text;
    if (!isWhole || expandedText(word, escape) != expandedText(value.text, escape) ||
        dockerfile::splitOutsideQuotes(word, escape).size() != 1) {
        return std::nullopt;
    }
    return std::vector<text::Edit>{{value.range, word}};
}

}  // namespace

extern const Rule legacyKeyValueFormat;
const Rule legacyKeyValueFormat{
    .name = "LegacyKeyValueFormat",
    .description = "ENV and LABEL are written with an equals sign.",
    .explanation =
        "ENV name value sets one variable to all the rest of the line, blanks and quotes included. Write ENV "
        "name=value, which takes several and quotes as you expect.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                const dockerfile::Instruction& instruction = *line.instruction;
                const bool takesPairs =
                    line.keyword == dockerfile::Keyword::Env || line.keyword == dockerfile::Keyword::Label;
                if (takesPairs &&
                    std::ranges::any_of(instruction.pairs, [](const auto& pair) { return !pair.hasSeparator; })) {
                    const std::string& name = instruction.keywordText;
                    report.add(
                        line,
                        text::say("\"{0} key=value\" should be used instead of legacy \"{0} key value\" format", name));
                }
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        if (!line || line->instruction->pairs.size() != 1) {
            return std::nullopt;
        }
        const dockerfile::NameValue& pair = line->instruction->pairs.front();
        const std::string_view text = subject.tree.text();
        const text::Range gap{pair.name.range.end, pair.value.range.begin};
        const std::optional<std::vector<text::Edit>> value = asOneWord(pair.value, text, subject.tree.escape());
        if (gap.begin >= gap.end || gap.of(text).contains('#') || !value) {
            return std::nullopt;
        }
        std::vector<text::Edit> edits = *value;
        std::string separator = "=";
        if (!edits.empty() && edits.front().range == text::Range{gap.end, gap.end}) {
            separator += edits.front().replacement;
            edits.erase(edits.begin());
        }
        edits.insert(edits.begin(), {gap, separator});
        return fixOf(text::say("Write an equals sign"), std::move(edits));
    },
};

}  // namespace slipway::checks
