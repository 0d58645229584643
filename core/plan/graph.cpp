#include "plan/planner.h"

#include "plan/step_text.h"

#include <charconv>
#include <set>

namespace slipway::plan {

namespace {

void reach(BuildPlan& plan, int index) {
    std::vector<int> open{index};
    while (!open.empty()) {
        Stage& stage = plan.stages[static_cast<std::size_t>(open.back())];
        open.pop_back();
        if (stage.reached)
            continue;
        stage.reached = true;
        open.insert(open.end(), stage.dependsOn.begin(), stage.dependsOn.end());
    }
}

void addImage(std::vector<FromImage>& images, std::set<FromImage>& seen, const Origin& origin) {
    if (const auto* image = std::get_if<FromImage>(&origin); image && seen.insert(*image).second)
        images.push_back(*image);
}

}  // namespace

void markReached(BuildPlan& plan) {
    if (plan.target >= 0)
        reach(plan, plan.target);
    if (plan.options.all)
        for (Stage& stage : plan.stages)
            stage.reached = true;
}

void collectImages(BuildPlan& plan) {
    std::set<FromImage> seen;
    for (const bool reached : {true, false}) {
        for (const Stage& stage : plan.stages) {
            if (stage.reached != reached)
                continue;
            addImage(plan.images, seen, stage.base);
            for (const int index : stage.steps) {
                const Operation& operation = plan.steps[static_cast<std::size_t>(index)].operation;
                if (const auto* copy = std::get_if<CopyOperation>(&operation))
                    addImage(plan.images, seen, copy->origin);
                if (const auto* run = std::get_if<RunOperation>(&operation))
                    for (const auto& mount : run->mounts)
                        addImage(plan.images, seen, mount.origin);
            }
        }
    }
}

const Problem* BuildPlan::firstError() const {
    for (const Problem& problem : problems) {
        if (problem.severity != dockerfile::Severity::Error)
            continue;
        if (problem.stage < 0 || stages[static_cast<std::size_t>(problem.stage)].reached)
            return &problem;
    }
    return nullptr;
}

const Stage* BuildPlan::stageNamed(std::string_view nameOrNumber) const {
    const std::string name = lowerCase(nameOrNumber);
    for (auto it = stages.rbegin(); it != stages.rend(); ++it)
        if (!it->name.empty() && it->name == name)
            return &*it;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (name.empty() || error != std::errc{} || end != name.data() + name.size() || number >= stages.size())
        return nullptr;
    return &stages[number];
}

std::string BuildPlan::label(const Step& step) const {
    const Stage& owner = stages[static_cast<std::size_t>(step.stage)];
    const std::string total = std::to_string(owner.stepCount);
    std::string number = std::to_string(step.number);
    if (number.size() < total.size())
        number.insert(0, total.size() - number.size(), ' ');
    return '[' + (stages.size() > 1 ? owner.displayName + ' ' : std::string{}) + number + '/' + total + ']';
}

}  // namespace slipway::plan
