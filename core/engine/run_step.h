// RUN: parents unpacked, command run by the worker, upper directory committed as a layer.
#pragma once

#include "engine/step.h"

namespace slipway::engine {

[[nodiscard]] Task<Attempt<Made>> runCommand(Site& site, const plan::Step& step);

}  // namespace slipway::engine
