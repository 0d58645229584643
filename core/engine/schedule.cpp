#include "engine/schedule.h"

namespace slipway::engine {

namespace {

/// The step that a stage ends with, its own or of the stages it stands on; -1 where there is none.
int lastStep(const plan::BuildPlan& plan, int stage) {
    const plan::Stage* here = &plan.stages[static_cast<std::size_t>(stage)];
    while (here->steps.empty()) {
        const auto* below = std::get_if<plan::FromStage>(&here->base);
        if (below == nullptr) {
            return -1;
        }
        here = &plan.stages[static_cast<std::size_t>(below->stage)];
    }
    return here->steps.back();
}

}  // namespace

Schedule::Schedule(const plan::BuildPlan& plan) : m_after(plan.steps.size()), m_blockers(plan.steps.size()) {
    for (const plan::Step& step : plan.steps) {
        if (!plan.stages[static_cast<std::size_t>(step.stage)].reached) {
            continue;
        }
        m_wanted.push_back(step.index);
        std::set<int> blockers;
        blockers.insert(step.parent);
        for (const int stage : step.dependsOn) {
            blockers.insert(lastStep(plan, stage));
        }
        blockers.erase(-1);
        for (const int blocker : blockers) {
            m_after[static_cast<std::size_t>(blocker)].push_back(step.index);
        }
        m_blockers[static_cast<std::size_t>(step.index)] = blockers.size();
        if (blockers.empty()) {
            m_ready.insert(step.index);
        }
    }
    m_left = m_wanted.size();
}

std::optional<int> Schedule::next() {
    if (m_ready.empty()) {
        return std::nullopt;
    }
    const int step = *m_ready.begin();
    m_ready.erase(m_ready.begin());
    m_running.insert(step);
    return step;
}

void Schedule::finish(int step) {
    m_running.erase(step);
    --m_left;
    for (const int after : m_after[static_cast<std::size_t>(step)]) {
        if (--m_blockers[static_cast<std::size_t>(after)] == 0 && !m_stopped) {
            m_ready.insert(after);
        }
    }
}

}  // namespace slipway::engine
