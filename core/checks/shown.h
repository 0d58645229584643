// What of all that rules find is shown, and in which order. Internal to core/checks.
#pragma once

#include "checks/twins.h"

#include <vector>

namespace slipway::checks {

/// Of twins one (twins.h), of a rule that speaks once per instruction its first, with how many more there are; of what
/// is silenced nothing. The Dockerfile's first; by line, then by message. `found` is rule by rule.
[[nodiscard]] std::vector<Finding> shownOf(std::vector<Found> found);

}  // namespace slipway::checks
