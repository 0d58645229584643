#include "project/places.h"

#include "text/utf8.h"

#include <algorithm>

namespace slipway::project {

Place placeOf(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    const text::Position position = tree.lines().position(offset);
    const std::size_t start = tree.lines().lineStart(position.line);
    const std::string_view before = std::string_view(tree.text()).substr(start, position.column - 1);
    return {static_cast<int>(position.line), static_cast<int>(text::utf16Length(before)) + 1};
}

std::size_t offsetOf(const dockerfile::SyntaxTree& tree, Place place) {
    const auto line = static_cast<std::size_t>(std::max(place.line, 1));
    const std::size_t start = tree.lines().lineStart(line);
    std::string_view text = std::string_view(tree.text()).substr(start);
    text = text.substr(0, text.find('\n'));
    return start + text::utf16ToByte(text, static_cast<std::size_t>(std::max(place.column, 1) - 1));
}

}  // namespace slipway::project
