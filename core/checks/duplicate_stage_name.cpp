#include "checks/check.h"
#include "checks/stage_references.h"
#include "text/say.h"

#include <string_view>
#include <unordered_set>

namespace slipway::checks {

extern const Rule duplicateStageName;
const Rule duplicateStageName{
    .name = "DuplicateStageName",
    .description = "Every stage has a name of its own.",
    .explanation =
        "Of two stages with one name, FROM and COPY --from mean the one that stands last above them, and a target the "
        "last: give one of them another name.",
    .fileOnly = true,
    .find =
        [](const Subject& subject, Report& report) {
            std::unordered_set<std::string_view> names;
            names.reserve(subject.plan.stages.size());
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                if (!from.name.empty() && !names.insert(from.name).second) {
                    report.add(line, text::say("Duplicate stage name \"{}\", stage names should be unique", from.name),
                               from.nameRange);
                }
            });
        },
    .fix = withOtherNameAbove,
};

}  // namespace slipway::checks
