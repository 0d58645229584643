// What an edit does to the next build: two forecasts side by side.
#pragma once

#include "cache/forecast.h"

namespace slipway::cache {

struct ForecastChange {
    int runsNow = 0;     ///< steps that come from the cache before the edit, or aren't there, and run after it
    int runsNoMore = 0;  ///< steps that would have run, and come from the cache now or are gone
    std::optional<std::int64_t> ms;  ///< what that costs, or saves where negative; none where a step's time isn't known
};
/// Of reached stages. nullopt where records can't tell: a step's fate isn't known, or nothing was built yet.
[[nodiscard]] std::optional<ForecastChange> changeBetween(const plan::BuildPlan& before, const Forecast& forecastBefore,
                                                          const plan::BuildPlan& after, const Forecast& forecastAfter);

}  // namespace slipway::cache
