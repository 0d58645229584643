#include "checks/check.h"
#include "checks/nearest_name.h"

namespace slipway::checks {

extern const Rule undefinedArgInFrom;
const Rule undefinedArgInFrom{
    .name = "UndefinedArgInFrom",
    .description = "FROM uses only ARGs that are declared above the first FROM.",
    .explanation =
        "A variable that nothing declares is empty, whatever --build-arg says. Declare it with ARG above the first "
        "FROM.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const plan::UnsetVariable& unset : subject.plan.unset) {
                if (unset.inFrom) {
                    report.add(findingOf(unset));
                }
            }
        },
    .fix = withNearestName,
};

}  // namespace slipway::checks
