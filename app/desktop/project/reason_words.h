// Why a step runs again, in the user's language; core says it in English.
#pragma once

#include "project/analysis.h"

namespace slipway::project {

/// "app.py changed", "never built"; `step` is the index of the step whose reason it is. Empty where there is none.
[[nodiscard]] QString reasonWords(const plan::BuildPlan& plan, int step, const cache::Reason& reason);

}  // namespace slipway::project
