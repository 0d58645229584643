#include "cache/forecast_change.h"

#include <map>

namespace slipway::cache {

namespace {

struct Fate {
    bool runs = false;
    std::optional<std::int64_t> ms;
};

/// By position, which outlives an edit of the step itself. nullopt where one isn't known.
std::optional<std::map<std::string_view, Fate>> fatesOf(const plan::BuildPlan& plan, const Forecast& forecast) {
    std::map<std::string_view, Fate> out;
    for (const StepForecast& one : forecast.steps) {
        const plan::Step& step = plan.steps[static_cast<std::size_t>(one.step)];
        if (!plan.stages[static_cast<std::size_t>(step.stage)].reached) {
            continue;
        }
        if (one.status == Status::Unknown) {
            return std::nullopt;
        }
        out[step.position] = {one.status == Status::Rebuild, one.expectedMs};
    }
    return out;
}

}  // namespace

std::optional<ForecastChange> changeBetween(const plan::BuildPlan& before, const Forecast& forecastBefore,
                                            const plan::BuildPlan& after, const Forecast& forecastAfter) {
    const auto old = fatesOf(before, forecastBefore), now = fatesOf(after, forecastAfter);
    if (!old || !now) {
        return std::nullopt;
    }
    ForecastChange out{.ms = 0};
    bool anyCached = false;
    const auto add = [&](std::optional<std::int64_t> ms, int sign) {
        out.ms = out.ms && ms ? std::optional(*out.ms + sign * *ms) : std::nullopt;
    };
    for (const auto& [position, fate] : *now) {
        const auto was = old->find(position);
        if (fate.runs && (was == old->end() || !was->second.runs)) {
            ++out.runsNow;
            add(fate.ms ? fate.ms : was != old->end() ? was->second.ms : std::nullopt, 1);
        }
    }
    for (const auto& [position, fate] : *old) {
        anyCached = anyCached || !fate.runs;
        const auto is = now->find(position);
        if (fate.runs && (is == now->end() || !is->second.runs)) {
            ++out.runsNoMore;
            add(fate.ms, -1);
        }
    }
    return anyCached ? std::optional(out) : std::nullopt;
}

}  // namespace slipway::cache
