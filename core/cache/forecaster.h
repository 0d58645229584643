// The dry run, step by step. Internal to core/cache.
#pragma once

#include "cache/forecast.h"
#include "cache/root.h"

#include <unordered_set>

namespace slipway::cache {

/// One use; thread: the caller's.
class Forecaster {
public:
    Forecaster(const plan::BuildPlan& plan, const plan::Bases& bases, store::Store& store,
               std::shared_ptr<context::ContextTree> context, const ForecastOptions& options, std::stop_token stop);
    [[nodiscard]] Forecast run();

private:
    /// What a stage has become after its steps so far.
    struct StageState {
        RootBuilder root;
        Digest chain;
        int cause = -1;     ///< first step that will run, of those that this depends on
        Reason unresolved;  ///< why its steps can't be worked out, or None
        std::size_t baseLayers = 0;
        std::string baseName;
        std::vector<int> layerSteps;  ///< step that made each layer above the base
    };
    /// A key and what a COPY or WORKDIR would make; nothing where it can't be worked out.
    struct Work {
        Key key;
        std::optional<std::vector<PlannedEntry>> entries;
    };

    void runStage(const plan::Stage& stage);
    StepForecast runStep(const plan::Step& step, StageState& state);
    StepForecast runImage(const plan::Step& step, StageState& state);
    void hit(const CacheRecord& record, const plan::Step& step, StageState& state, StepForecast& out);
    void miss(const plan::Step& step, StageState& state, const std::optional<CacheRecord>& last, const Work* work,
              bool exact);
    [[nodiscard]] Result<Work> work(const plan::Step& step, StageState& state) const;
    /// The step that keeps this one from being worked out, -1 where nothing does.
    [[nodiscard]] int obstacle(const plan::Step& step, const StageState& state) const;
    [[nodiscard]] Reason unresolvedFor(const plan::Step& step, const StageState& state) const;
    [[nodiscard]] std::optional<CacheRecord> lastRecord(const plan::Step& step) const;
    [[nodiscard]] Reason ownReason(const plan::Step& step, const Key& key, const std::optional<CacheRecord>& last,
                                   const StageState& state) const;
    [[nodiscard]] Reason follows(int cause) const;

    const plan::BuildPlan& m_plan;
    const plan::Bases& m_bases;
    store::Store& m_store;
    std::shared_ptr<context::ContextTree> m_context;
    const ForecastOptions& m_options;
    Surroundings m_surroundings;
    std::vector<StageState> m_stages;
    std::unordered_set<std::string> m_identities;
    std::vector<StepForecast> m_steps;
};

}  // namespace slipway::cache
