#include "checks/check.h"
#include "text/say.h"

namespace slipway::checks::dl3063 {

extern const Rule rule;
const Rule rule{
    .name = "DL3063",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "No stage is named scratch or context.",
    .explanation = "Where a stage may be named these two mean something else, so the stage can't be reached.",
    .twin = "ReservedStageName",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                if (from.name == "scratch" || from.name == "context") {
                    report.add(line, text::say("The name {} means something else: choose another one", from.name),
                               from.nameRange);
                }
            });
        },
};

}  // namespace slipway::checks::dl3063
