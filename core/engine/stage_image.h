// Puts a finished stage's image together: configuration, layers, times out of the records that made them.
#pragma once

#include "engine/site.h"

namespace slipway::engine {

/// Records the image of a finished stage in the store, with `tags` (normalised), and tells what it is.
[[nodiscard]] Task<Result<ImageEvent>> makeImage(Site& site, int stage, std::vector<std::string> tags);
/// Seconds since 1970 as RFC 3339, in UTC.
[[nodiscard]] std::string rfc3339(std::int64_t seconds);

}  // namespace slipway::engine
