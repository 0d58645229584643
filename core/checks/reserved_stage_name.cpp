#include "checks/check.h"
#include "text/say.h"

namespace slipway::checks {

extern const Rule reservedStageName;
const Rule reservedStageName{
    .name = "ReservedStageName",
    .description = "No stage has the name of something else.",
    .explanation =
        "scratch and context have a meaning of their own where a stage may be named, so a stage of that name can't be "
        "reached. Choose another name.",
    .fileOnly = true,
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                if (from.name == "scratch" || from.name == "context") {
                    report.add(line,
                               text::say("Stage name should not use the same name as reserved stage \"{}\"", from.name),
                               from.nameRange);
                }
            });
        },
};

}  // namespace slipway::checks
