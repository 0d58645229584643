// What of a graph is wanted, and which of it may start now: ninja's Plan.
#pragma once

#include "plan/plan.h"

#include <optional>
#include <set>
#include <vector>

namespace slipway::engine {

/// A pure value: tells which step may start, in the order of the text. Any thread, one at a time.
class Schedule {
public:
    /// Every step of the stages that the plan's target reaches.
    explicit Schedule(const plan::BuildPlan& plan);

    [[nodiscard]] const std::vector<int>& wanted() const { return m_wanted; }
    /// Takes a step whose parent and the stages it looks at are finished.
    [[nodiscard]] std::optional<int> next();
    void finish(int step);
    /// It failed or was canceled: what waits for it never starts.
    void abandon(int step) { m_running.erase(step); }
    /// Nothing starts any more; what runs may finish.
    void stop() {
        m_ready.clear();
        m_stopped = true;
    }
    [[nodiscard]] std::size_t running() const { return m_running.size(); }
    [[nodiscard]] bool complete() const { return m_left == 0; }
    /// Nothing runs, and nothing will.
    [[nodiscard]] bool idle() const { return m_running.empty() && m_ready.empty(); }

private:
    std::vector<int> m_wanted;
    std::vector<std::vector<int>> m_after;  ///< by step: those that wait for it
    std::vector<std::size_t> m_blockers;    ///< by step: how many it waits for
    std::set<int> m_ready, m_running;
    std::size_t m_left = 0;
    bool m_stopped = false;
};

}  // namespace slipway::engine
