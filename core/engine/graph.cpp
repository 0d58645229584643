#include "engine/graph.h"

#include <ranges>

namespace slipway::engine {

namespace {

template <class T>
const T& at(const std::vector<T>& list, int index) {
    return list[static_cast<std::size_t>(index)];
}

}  // namespace

Graph::Graph(std::shared_ptr<const plan::BuildPlan> plan, plan::Bases bases)
    : m_plan(std::move(plan)), m_bases(std::move(bases)), m_results(m_plan->steps.size()) {}

int Graph::lastStep(int stage) const {
    while (true) {
        const plan::Stage& here = at(m_plan->stages, stage);
        if (!here.steps.empty()) {
            return here.steps.back();
        }
        const auto* below = std::get_if<plan::FromStage>(&here.base);
        if (below == nullptr) {
            return -1;
        }
        stage = below->stage;
    }
}

bool Graph::stageFinished(int stage) const {
    const int last = lastStep(stage);  // nothing of it is finished before all below is
    return last < 0 || finished(last);
}

StackedRoot Graph::rootAfter(int step) const {
    std::vector<int> below;
    for (; step >= 0; step = at(m_plan->steps, step).parent) {
        below.push_back(step);
    }
    StackedRoot root;
    for (const int index : std::views::reverse(below)) {
        const plan::Step& made = at(m_plan->steps, index);
        if (std::holds_alternative<plan::ImageOperation>(made.operation)) {
            if (const plan::Base* base = plan::baseOf(&m_bases, at(m_plan->stages, made.stage).base)) {
                root.diffIds = base->config->diffIds;
                root.steps.assign(root.diffIds.size(), index);
            }
        } else if (const auto& layer = result(index).layer) {
            root.diffIds.push_back(*layer);
            root.steps.push_back(index);
        }
    }
    return root;
}

StackedRoot Graph::stageRoot(int stage) const { return rootAfter(lastStep(stage)); }
StackedRoot Graph::rootBelow(const plan::Step& step) const { return rootAfter(step.parent); }
Digest Graph::chainBelow(const plan::Step& step) const {
    return step.parent < 0 ? Digest{} : result(step.parent).chainKey;
}

}  // namespace slipway::engine
