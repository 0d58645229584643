// What a build would do, step by step, without doing it.
#pragma once

#include "cache/reason.h"
#include "cache/record.h"
#include "plan/plan.h"

#include <optional>
#include <stop_token>

namespace slipway::cache {

enum class Status : std::uint8_t { Cached, Rebuild, Unknown };
struct StepForecast {
    int step = 0;  ///< index into the plan's steps
    Status status = Status::Unknown;
    Reason reason;
    bool dockerWouldRerun = false;      ///< cached here, where docker build would have run it
    std::optional<std::uint64_t> size;  ///< unpacked bytes, of this or the last run
    /// Milliseconds it took when it last ran, what a hit saves where cached; none where that isn't known (a FROM).
    std::optional<std::int64_t> expectedMs;
};

struct Forecast {
    std::vector<StepForecast> steps;  ///< one for each step of the plan, same order; unreached stages included
};

struct ForecastOptions {
    bool noCache = false;
    bool cutoff = true;      ///< --cache-cutoff
    std::string folder;      ///< absolute path of the context, and
    std::string dockerfile;  ///< of the Dockerfile: they name the step's history
};

/// The dry run. Looks at store and context through the same key functions as a build; no side effect on either
/// (but digests that it read are remembered in the context's stamps).
[[nodiscard]] Forecast forecast(const plan::BuildPlan& plan, const plan::Bases& bases, store::Store& store,
                                std::shared_ptr<context::ContextTree> context, const ForecastOptions& options,
                                std::stop_token stop = {});
/// The identity of a step over edits, for records: FOLDER, stage and step id.
[[nodiscard]] std::string stepIdentity(const std::string& folder, const plan::Step& step);
/// The same by its position in its Dockerfile, for a step whose text was edited.
[[nodiscard]] std::string stepPosition(const std::string& folder, const std::string& dockerfile,
                                       const plan::Step& step);
/// Why `now`, the key of a step with that name, isn't what `before` was: the first input that matters.
[[nodiscard]] Reason explain(const Key& now, std::string_view name, const std::optional<CacheRecord>& before);
/// `slipway forecast --format=json` as DESIGN.md's "Command line" has it; only steps of reached stages.
[[nodiscard]] std::string forecastJson(const plan::BuildPlan& plan, const Forecast& forecast);

}  // namespace slipway::cache
