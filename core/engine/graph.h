// What is known of a build's steps while it runs: ninja's State.
#pragma once

#include "engine/events.h"
#include "plan/plan.h"

#include <memory>
#include <optional>
#include <vector>

namespace slipway::engine {

/// What a step became.
struct StepResult {
    Digest chainKey;
    std::optional<Digest> layer;  ///< diff ID; none where the step made no layer
    std::uint64_t size = 0;       ///< unpacked bytes of its layer
    std::int64_t durationMs = 0;
    std::int64_t createdAt = 0;  ///< seconds since 1970, for the image's history
};

/// A root file system as its layers, lowest first, with the step that each came from (a base's layers: its FROM).
struct StackedRoot {
    std::vector<Digest> diffIds;
    std::vector<int> steps;
};

/// Belongs to the loop's thread. Steps and stages by their index in the plan.
class Graph {
public:
    Graph(std::shared_ptr<const plan::BuildPlan> plan, plan::Bases bases);

    [[nodiscard]] const plan::BuildPlan& plan() const { return *m_plan; }
    [[nodiscard]] const plan::Bases& bases() const { return m_bases; }
    [[nodiscard]] bool finished(int step) const { return m_results[static_cast<std::size_t>(step)].has_value(); }
    [[nodiscard]] const StepResult& result(int step) const { return *m_results[static_cast<std::size_t>(step)]; }
    void finish(int step, StepResult result) { m_results[static_cast<std::size_t>(step)] = std::move(result); }
    /// Every step of it, and of the stages it stands on, is finished.
    [[nodiscard]] bool stageFinished(int stage) const;
    /// Of a stage that is finished.
    [[nodiscard]] StackedRoot stageRoot(int stage) const;
    /// What a step stands on; all below it is finished.
    [[nodiscard]] StackedRoot rootBelow(const plan::Step& step) const;
    /// Chain key of what a step stands on, null on scratch.
    [[nodiscard]] Digest chainBelow(const plan::Step& step) const;

private:
    /// The last step of a stage or of the stages it stands on; -1 where there is none.
    [[nodiscard]] int lastStep(int stage) const;
    [[nodiscard]] StackedRoot rootAfter(int step) const;

    std::shared_ptr<const plan::BuildPlan> m_plan;
    plan::Bases m_bases;
    std::vector<std::optional<StepResult>> m_results;
};

}  // namespace slipway::engine
