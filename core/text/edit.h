// A change of a text: replace a range of bytes by others.
#pragma once

#include "text/position.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::text {

struct Edit {
    Range range;  ///< bytes of the old text
    std::string replacement;
};

/// The text after all edits; their ranges refer to the old text, are sorted and don't overlap.
[[nodiscard]] std::string apply(std::string_view text, std::span<const Edit> edits);
/// Sorts edits; false where two of them overlap, or stand at one place so that their order would matter.
[[nodiscard]] bool bringInOrder(std::vector<Edit>& edits);
/// Edits of a text of `size` bytes that do what `first` and then `second`, of the text that `first` makes, do. Both are
/// sorted and don't overlap.
[[nodiscard]] std::vector<Edit> compose(std::size_t size, std::span<const Edit> first, std::span<const Edit> second);

}  // namespace slipway::text
