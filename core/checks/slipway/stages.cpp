#include "checks/slipway/stages.h"

namespace slipway::checks {

std::vector<bool> usedStages(const plan::BuildPlan& plan) {
    std::vector<bool> out(plan.stages.size(), false);
    for (const plan::Stage& stage : plan.stages) {
        for (const int used : stage.dependsOn) {
            out[static_cast<std::size_t>(used)] = true;
        }
    }
    return out;
}

namespace {

/// Stages whose layers are an image's: all but those that others copy from and nothing is built on.
std::vector<bool> stagesOfImages(const plan::BuildPlan& plan) {
    std::vector<bool> out = usedStages(plan);
    out.flip();
    if (plan.target >= 0) {
        out[static_cast<std::size_t>(plan.target)] = true;
    }
    // From the last to the first: whatever such a stage stands on is in the image, too.
    for (std::size_t i = out.size(); i-- > 0;) {
        const auto* base = std::get_if<plan::FromStage>(&plan.stages[i].base);
        if (base && out[i]) {
            out[static_cast<std::size_t>(base->stage)] = true;
        }
    }
    return out;
}

}  // namespace

std::vector<std::pair<const plan::Step*, const plan::PastStep*>> builtSteps(const Subject& subject) {
    std::vector<std::pair<const plan::Step*, const plan::PastStep*>> out;
    const plan::Past* const past = subject.surroundings.past;
    if (!past) {
        return out;
    }
    const std::vector<bool> kept = stagesOfImages(subject.plan);
    for (const plan::Step& step : subject.plan.steps) {
        const auto known = past->find(step.id);
        if (known != past->end() && kept[static_cast<std::size_t>(step.stage)]) {
            out.emplace_back(&step, &known->second);
        }
    }
    return out;
}

}  // namespace slipway::checks
