// What earlier builds left of a plan's steps, as far as their records and layers are still there.
#pragma once

#include "layer/rewrites.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace slipway::plan {

struct PastStep {
    std::optional<std::int64_t> durationMs;   ///< of its last run
    std::shared_ptr<const layer::Toc> layer;  ///< what it made; null where that was nothing, or is gone
    layer::Digest chain;                      ///< over its layer and those of the steps below it
    /// Its files that steps below it had written, too; those of the base image don't count.
    std::vector<layer::Rewrite> rewritten;
};

/// By Step::id.
using Past = std::unordered_map<std::string, PastStep>;

}  // namespace slipway::plan
