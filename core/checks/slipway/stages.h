// What Slipway's own rules ask of a plan's stages. Internal to core/checks.
#pragma once

#include "checks/check.h"

#include <utility>
#include <vector>

namespace slipway::checks {

/// Stages that another one is built on, copies from or mounts.
[[nodiscard]] std::vector<bool> usedStages(const plan::BuildPlan& plan);
/// Steps whose layers are an image's and what earlier builds left of them; without those of stages that others copy
/// from and nothing is built on.
[[nodiscard]] std::vector<std::pair<const plan::Step*, const plan::PastStep*>> builtSteps(const Subject& subject);

}  // namespace slipway::checks
