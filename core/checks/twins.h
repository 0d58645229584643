// Rules that say the same of the same place (Rule::twin, Rule::outdoes), of which one is read. Internal to core/checks.
#pragma once

#include "checks/check.h"

#include <deque>
#include <unordered_set>
#include <vector>

namespace slipway::checks {

/// What a rule finds.
struct Found {
    std::deque<Finding> shown;
    std::deque<Finding> silenced;  ///< where it has a twin
};

/// Of two findings that say the same of the same place one is shown, as the worse of both; none where one is silenced,
/// but for those that another outdoes. These are the ones that are not shown.
[[nodiscard]] std::unordered_set<const Finding*> needlessTwins(std::vector<Found>& found);

}  // namespace slipway::checks
