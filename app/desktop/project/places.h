// Bytes of a text to the editor's places: the desktop's one way from one to the other.
#pragma once

#include "dockerfile/syntax_tree.h"

namespace slipway::project {

/// Counted from 1; the column in UTF-16 units.
struct Place {
    int line = 1, column = 1;
};
[[nodiscard]] Place placeOf(const dockerfile::SyntaxTree& tree, std::size_t offset);
/// Clamped to the place's line.
[[nodiscard]] std::size_t offsetOf(const dockerfile::SyntaxTree& tree, Place place);

}  // namespace slipway::project
