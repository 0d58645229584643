#include "language/format_columns.h"

#include "shell/characters.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace slipway::language {

using dockerfile::Instruction;
using dockerfile::Keyword;
using dockerfile::SyntaxTree;
using shell::isBlank;

namespace {

/// Does a word begin at the column, behind a blank?
bool beginsWord(std::string_view line, std::size_t column) {
    return column > 0 && column < line.size() && isBlank(line[column - 1]) && !isBlank(line[column]);
}

/// Is each wide gap of the line's words up to a column one that the other line's words have, too?
bool sharesGaps(std::string_view line, std::string_view other, std::size_t column) {
    for (std::size_t at = 2; at <= column; ++at)
        if (isBlank(line[at - 2]) && beginsWord(line, at) && !beginsWord(other, at))
            return false;
    return !line.substr(0, column).contains('\t');
}

/// Do words of two lines stand in columns, up to the one that begins there?
bool standInColumns(std::string_view one, std::string_view two, std::size_t column) {
    constexpr std::size_t kWidest = 500;  // what is farther right nobody laid out by eye
    return column <= kWidest && beginsWord(one, column) && beginsWord(two, column) && sharesGaps(one, two, column) &&
           sharesGaps(two, one, column);
}

/// The line of an instruction whose words may stand in columns; nullopt where it has several lines, or an array.
std::optional<std::string_view> columnsOf(const SyntaxTree& tree, const Instruction& instruction) {
    if (instruction.firstLine != instruction.lastLine || instruction.json || !takesWords(instruction))
        return {};
    const std::size_t begin = tree.lines().lineStart(instruction.firstLine);
    return std::string_view(tree.text()).substr(begin, instruction.range.end - begin);
}

}  // namespace

bool takesWords(const Instruction& instruction) {
    switch (instruction.keyword) {
        case Keyword::Add:
        case Keyword::Arg:
        case Keyword::Copy:
        case Keyword::Expose:
        case Keyword::From:
        case Keyword::Volume:
            return true;
        case Keyword::Env:
        case Keyword::Label:
            return !instruction.pairs.empty() && instruction.pairs.front().hasSeparator;
        default:
            return instruction.json.has_value();
    }
}

bool standsInColumn(const SyntaxTree& tree, const Instruction& instruction, std::size_t at) {
    const auto line = columnsOf(tree, instruction);
    if (!line)
        return false;
    const auto& all = tree.instructions();
    const auto own =
        std::ranges::lower_bound(all, instruction.range.begin, {}, [](const auto& each) { return each->range.begin; });
    const auto meets = [&](const Instruction& other) {
        const auto theirs = columnsOf(tree, other);
        const bool isBeside =
            other.firstLine + 1 == instruction.firstLine || instruction.firstLine + 1 == other.firstLine;
        return theirs && isBeside && other.keyword == instruction.keyword &&
               standInColumns(*line, *theirs, at - tree.lines().lineStart(instruction.firstLine));
    };
    return (own != all.begin() && meets(**std::prev(own))) || (std::next(own) != all.end() && meets(**std::next(own)));
}

}  // namespace slipway::language
