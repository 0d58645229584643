// A variable's name as it was meant. Internal to core/checks.
#pragma once

#include "checks/check.h"

namespace slipway::checks {

/// What the finding of a variable that nothing has set says.
[[nodiscard]] std::string messageOf(const plan::UnsetVariable& unset);
/// Writes the name that it says was meant.
[[nodiscard]] std::optional<Fix> withNearestName(const Subject& subject, const Finding& finding);

}  // namespace slipway::checks
