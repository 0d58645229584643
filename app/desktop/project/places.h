// Bytes of a text to the editor's places: the desktop's one way from one to the other.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <cstddef>

namespace slipway::project {

/// Counted from 1; the column in UTF-16 units.
struct Place {
    int line = 1, column = 1;
};

/// Of a tree that outlives it. Counted from the last place: where many are asked for, the next one is near, however
/// long their line is. One thread's.
class Places {
public:
    explicit Places(const dockerfile::SyntaxTree& tree) : m_tree(tree) {}
    [[nodiscard]] Place at(std::size_t offset) const;

private:
    const dockerfile::SyntaxTree& m_tree;
    mutable Place m_last{0, 1};
    mutable std::size_t m_offset = 0;  ///< of the last one
};

/// Clamped to the place's line.
[[nodiscard]] std::size_t offsetOf(const dockerfile::SyntaxTree& tree, Place place);

}  // namespace slipway::project
