#include "language/placed_text.h"

#include "dockerfile/json_array.h"
#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::language {

PlacedText placed(std::string_view text, text::Range range) {
    PlacedText out{std::string(range.of(text)), std::vector<std::size_t>(range.size())};
    for (std::size_t i = 0; i < range.size(); ++i)
        out.places[i] = range.begin + i;
    return out;
}

PlacedText withoutEscapes(std::string_view document) {
    PlacedText out;
    for (std::size_t at = 0; at < document.size(); ++at) {
        static constexpr std::string_view kEscaped = "$`\\";
        if (document[at] == '\\' && at + 1 < document.size() && kEscaped.contains(document[at + 1]))
            ++at;
        out.text += document[at];
        out.places.push_back(at);
    }
    return out;
}

PlacedText valueOf(const dockerfile::Flag& flag, const dockerfile::SyntaxTree& tree) {
    const std::string_view text = tree.text();
    if (!flag.value)
        return {};
    if (flag.valueRange.of(text) == *flag.value)
        return placed(text, flag.valueRange);
    // Lines that end with an escape go on in the next one; comments and empty lines between them don't count.
    PlacedText out;
    bool first = true;
    for (std::size_t at = flag.valueRange.begin; at < flag.valueRange.end; first = false) {
        const std::size_t next = std::min(text.find('\n', at), flag.valueRange.end);
        std::string_view line = text.substr(at, next - at);
        const std::size_t lead = dockerfile::skipSpaces(line, 0);
        const bool counts = first || (lead < line.size() && line[lead] != '#');
        if (next < flag.valueRange.end) {
            while (!line.empty() && dockerfile::isSeparator(line.back()))
                line.remove_suffix(1);
            if (line.ends_with(tree.escape()))
                line.remove_suffix(1);
        }
        for (std::size_t i = 0; counts && i < line.size(); ++i) {
            out.text += line[i];
            out.places.push_back(at + i);
        }
        at = next + 1;
    }
    return out.text == *flag.value ? out : PlacedText{};
}

std::vector<PlacedText> elementsOf(const dockerfile::Instruction& instruction) {
    std::vector<PlacedText> out;
    const std::string_view arguments = instruction.arguments;
    const std::size_t open = arguments.find('[');
    if (!instruction.json || open == std::string_view::npos)
        return out;
    for (const auto& element : dockerfile::readJsonArray(arguments.substr(open)).elements) {
        PlacedText made;
        for (std::size_t at = open + element.begin + 1; at + 1 < open + element.end; ++at) {
            if (arguments[at] == '\\') {
                static constexpr std::string_view kLetters = "bfnrt", kValues = "\b\f\n\r\t";
                const char c = arguments[++at];
                const std::size_t letter = kLetters.find(c);
                made.text += letter == std::string_view::npos ? c : kValues[letter];
            } else {
                made.text += arguments[at];
            }
            made.places.push_back(instruction.sourceOffset(at));
        }
        // What is written as a number ("\u0024") can't be placed.
        out.push_back(made.text == element.value ? std::move(made) : PlacedText{});
    }
    return out;
}

}  // namespace slipway::language
