// What Slipway's own rules ask of a plan's stages. Internal to core/checks.
#pragma once

#include "plan/plan.h"

#include <vector>

namespace slipway::checks {

/// Stages that another one is built on, copies from or mounts.
[[nodiscard]] std::vector<bool> usedStages(const plan::BuildPlan& plan);
/// Stages whose layers are an image's: all but those that others copy from and nothing is built on.
[[nodiscard]] std::vector<bool> stagesOfImages(const plan::BuildPlan& plan);

}  // namespace slipway::checks
