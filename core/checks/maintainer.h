// MAINTAINER in today's words. Internal to core/checks.
#pragma once

#include "checks/check.h"

namespace slipway::checks {

/// Makes a LABEL of it, with the same text.
[[nodiscard]] std::optional<Fix> maintainerAsLabel(const Subject& subject, const Finding& finding);

}  // namespace slipway::checks
