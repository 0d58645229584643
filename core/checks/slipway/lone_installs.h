// Scripts that install packages and do nothing else. Internal to core/checks.
#pragma once

#include "checks/run_script.h"
#include "checks/slipway/manifest_installs.h"

namespace slipway::checks::copy_before_slow_step {

/// Of a script that installs packages and does nothing else that could depend on a COPY, what it reads for that;
/// nullopt for any other.
[[nodiscard]] std::optional<Manifests> installsAlone(const RunScript& script);

}  // namespace slipway::checks::copy_before_slow_step
