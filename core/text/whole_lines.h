// A place in a text, widened to the lines that hold it.
#pragma once

#include "text/position.h"

#include <string_view>

namespace slipway::text {

/// The lines from the one that holds `begin` to the one that holds `end`, with their ends. A line whose end belongs to
/// the range is the last.
[[nodiscard]] Range wholeLines(std::string_view text, Range range);

}  // namespace slipway::text
