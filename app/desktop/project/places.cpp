#include "project/places.h"

#include "text/utf8.h"

namespace slipway::project {

Place placeOf(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    const text::Position position = tree.lines().position(offset);
    const std::size_t start = tree.lines().lineStart(position.line);
    const std::string_view before = std::string_view(tree.text()).substr(start, position.column - 1);
    return {static_cast<int>(position.line), static_cast<int>(text::utf16Length(before)) + 1};
}

}  // namespace slipway::project
