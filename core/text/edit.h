// A change of a text: replace a range of bytes by others.
#pragma once

#include "text/position.h"

#include <span>
#include <string>
#include <string_view>

namespace slipway::text {

struct Edit {
    Range range;              ///< bytes of the old text
    std::string replacement;
};

/// The text after all edits; their ranges refer to the old text, are sorted and don't overlap.
[[nodiscard]] std::string apply(std::string_view text, std::span<const Edit> edits);

}  // namespace slipway::text
