#include "checks/saved_space.h"

#include "checks/slipway/package_caches.h"
#include "checks/slipway/stages.h"

#include <algorithm>

namespace slipway::checks {

namespace {

/// A plan's RUNs with their scripts.
class Runs {
public:
    Runs(const plan::BuildPlan& plan, const Surroundings& around)
        : m_around(around), m_subject(*plan.tree, plan, m_around, m_settings, linesOf(plan, around)) {}

    [[nodiscard]] const Subject& subject() const { return m_subject; }
    /// Does the step keep the cache out of its layer? nullopt where it isn't a RUN whose commands are known.
    [[nodiscard]] std::optional<bool> keepsOut(const plan::Step& step, const CacheInLayer& cache) const {
        const Line* line = step.onbuild ? nullptr : m_subject.lineAt(step.range.begin);
        const auto* run = line && line->script && line->value ? std::get_if<dockerfile::Run>(&*line->value) : nullptr;
        return run ? std::optional(checks::keepsOut(*run, *line->script, cache)) : std::nullopt;
    }

private:
    const Surroundings m_around;
    const Settings m_settings;
    Subject m_subject;
};

/// The step that an edit made of another; nullptr where that can't be told.
const plan::Step* sameStep(const plan::BuildPlan& before, const plan::Step& step, const plan::BuildPlan& after) {
    const auto stage = static_cast<std::size_t>(step.stage);
    if (stage >= after.stages.size() || before.stages.size() != after.stages.size() ||
        before.stages[stage].steps.size() != after.stages[stage].steps.size()) {
        return nullptr;
    }
    const auto found = std::ranges::find(after.steps, step.position, &plan::Step::position);
    return found == after.steps.end() ? nullptr : &*found;
}

}  // namespace

std::uint64_t bytesSaved(const plan::BuildPlan& before, const plan::BuildPlan& after, const Surroundings& around) {
    if (!around.past || around.past->empty()) {
        return 0;
    }
    const Runs old(before, around), now(after, around);
    std::uint64_t sum = 0;
    for (const auto& [step, past] : builtSteps(old.subject())) {
        const plan::Step* const edited = past->layer ? sameStep(before, *step, after) : nullptr;
        if (!edited || edited->id == step->id) {
            continue;
        }
        for (const CacheInLayer& cache : cachesIn(*past->layer)) {
            if (old.keepsOut(*step, cache) == false && now.keepsOut(*edited, cache) == true) {
                sum += cache.size;
            }
        }
    }
    return sum;
}

}  // namespace slipway::checks
