#include "checks/check.h"
#include "text/say.h"

namespace slipway::checks::dl3043 {

extern const Rule rule;
const Rule rule{
    .name = "DL3043",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "ONBUILD keeps no ONBUILD, FROM or MAINTAINER.",
    .explanation = "Builders refuse them there: an image can't change another one's base, or put off what is put off.",
    .find =
        [](const Subject& subject, Report& report) {
            using enum dockerfile::Keyword;
            for (const Line& line : subject.lines) {
                const dockerfile::Instruction* trigger =
                    line.keyword == Onbuild ? line.instruction->trigger.get() : nullptr;
                if (trigger &&
                    (trigger->keyword == Onbuild || trigger->keyword == From || trigger->keyword == Maintainer)) {
                    report.add(line, text::say("{} can't stand in ONBUILD", dockerfile::keywordName(trigger->keyword)),
                               trigger->keywordRange);
                }
            }
        },
};

}  // namespace slipway::checks::dl3043
