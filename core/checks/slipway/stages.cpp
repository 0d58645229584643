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

}  // namespace slipway::checks
