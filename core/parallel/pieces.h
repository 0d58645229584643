// Work on many things that don't depend on each other, done by all processors.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace slipway::parallel {

/// Calls `work(begin, end)` for pieces of [0, count) of `size` each (the last may be shorter), several of them at a
/// time, in any order; returns when all are done. Where there is one piece, the caller's thread does it alone.
void eachPiece(std::size_t count, std::size_t size, const std::function<void(std::size_t, std::size_t)>& work);

/// Those of [0, count) that `counts` is true of, ascending. It is asked as eachPiece() asks.
[[nodiscard]] std::vector<std::size_t> those(std::size_t count, std::size_t size,
                                             const std::function<bool(std::size_t)>& counts);

}  // namespace slipway::parallel
