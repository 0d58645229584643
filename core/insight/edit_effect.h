// What an edit of a Dockerfile would do to the next build and its image: what-if, for those who offer the edit.
#pragma once

#include "cache/forecast_change.h"
#include "cache/outlook.h"
#include "checks/check.h"

namespace slipway::insight {

struct EditEffect {
    std::optional<cache::ForecastChange> steps;  ///< none where records can't tell
    std::uint64_t bytesSaved = 0;                ///< in the image; 0 where no table of a built layer tells
};
/// In plain English without a full stop: "3 more steps rebuild, ≈ 41 s; 20 MB less in the image"; empty where nothing
/// is known.
[[nodiscard]] std::string effectText(const EditEffect& effect);

/// Answers about one Dockerfile's edits, one after the other; what the next build does without them is found out with
/// the first question. All that it is made of outlives it. Blocks on files and the store.
class EditForecaster {
public:
    /// `options` are those of a look at the context: folder, Dockerfile, stamps, how many files are not too many; their
    /// plan's are not asked for. A null store knows nothing.
    EditForecaster(const plan::BuildPlan& plan, const checks::Surroundings& around, cache::OutlookOptions options,
                   store::Store* store);
    /// Of edits of the plan's text.
    [[nodiscard]] EditEffect effectOf(const std::vector<text::Edit>& edits);

private:
    /// nullopt where the context can't be looked at.
    [[nodiscard]] std::optional<cache::Forecast> forecastOf(const plan::BuildPlan& plan, const plan::Bases& bases);

    const plan::BuildPlan& m_plan;
    const checks::Surroundings m_around;
    cache::OutlookOptions m_options;
    store::Store* m_store;
    bool m_looked = false;
    std::optional<cache::Forecast> m_before;
};

}  // namespace slipway::insight
