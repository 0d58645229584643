// The shell form of a command as a JSON array. Internal to core/checks.
#pragma once

#include "checks/check.h"

namespace slipway::checks {

/// Of CMD, ENTRYPOINT and HEALTHCHECK CMD, where the shell does no more than start one program with plain words.
[[nodiscard]] std::optional<Fix> commandAsJson(const Subject& subject, const Finding& finding);

}  // namespace slipway::checks
