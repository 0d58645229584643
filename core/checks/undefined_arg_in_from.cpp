#include "checks/check.h"

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
                    report.add({.message = "FROM argument '" + unset.name + "' is not declared" +
                                           (unset.nearest.empty() ? "" : " (did you mean " + unset.nearest + "?)"),
                                .range = unset.range,
                                .line = unset.line,
                                .endLine = unset.endLine,
                                .stage = unset.stage});
                }
            }
        },
};

}  // namespace slipway::checks
