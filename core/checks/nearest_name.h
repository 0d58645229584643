// A variable's name as it was meant. Internal to core/checks.
#pragma once

#include "checks/check.h"

namespace slipway::checks {

/// That nothing has set a variable.
[[nodiscard]] Finding findingOf(const plan::UnsetVariable& unset);
/// Writes the name that it says was meant.
[[nodiscard]] std::optional<Fix> withNearestName(const Subject& subject, const Finding& finding);

}  // namespace slipway::checks
