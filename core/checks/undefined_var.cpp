#include "checks/check.h"
#include "checks/nearest_name.h"

namespace slipway::checks {

extern const Rule undefinedVar;
const Rule undefinedVar{
    .name = "UndefinedVar",
    .description = "Variables are defined before they are used.",
    .explanation =
        "A variable that neither ENV nor ARG of this stage, nor its base image, has set is empty. Declare it with ARG "
        "or ENV above; an ARG above the first FROM counts in a stage only where the stage declares it, too.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            for (const plan::UnsetVariable& unset : subject.plan.unset) {
                // A base that isn't known may set it; what is nearly the name of another is wrong all the same, but
                // for GOPATH and the like, which each are a name of their own.
                const bool isOwnName =
                    unset.nearest.empty() || (unset.nearest == "PATH" && unset.name.ends_with("PATH"));
                const bool mayBeSet = !subject.plan.stages[static_cast<std::size_t>(unset.stage)].known && isOwnName;
                if (!unset.inFrom && !mayBeSet) {
                    report.add(findingOf(unset));
                }
            }
        },
    .fix = withNearestName,
};

}  // namespace slipway::checks
