// An instruction's text with its continuation lines joined, and the way back to the source.
#pragma once

#include "text/position.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace slipway::dockerfile {

/// Pairs of (offset in the joined text, offset in the source), ascending; each holds until the next.
using SourceMap = std::vector<std::pair<std::size_t, std::size_t>>;

/// Source offset of the byte at `at` of a joined text.
[[nodiscard]] std::size_t sourceOffset(const SourceMap& map, std::size_t at);
/// Source range of the bytes [begin, end) of a joined text, from the first to the last of them.
[[nodiscard]] text::Range sourceRange(const SourceMap& map, std::size_t begin, std::size_t end);
/// The map of the part of a joined text that begins at `begin` and ends at `end`.
[[nodiscard]] SourceMap partOf(const SourceMap& map, std::size_t begin, std::size_t end);

}  // namespace slipway::dockerfile
