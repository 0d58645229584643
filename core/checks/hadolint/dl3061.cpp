#include "checks/check.h"
#include "text/say.h"

namespace slipway::checks::dl3061 {

extern const Rule rule;
const Rule rule{
    .name = "DL3061",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "Nothing but ARG stands above the first FROM.",
    .explanation = "There is no image yet that an instruction could change: builders refuse the file.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                if (line.instruction->keyword == dockerfile::Keyword::From) {
                    return;
                }
                // A word that is no instruction may be a FROM yet.
                if (line.instruction->keyword != dockerfile::Keyword::Arg &&
                    line.instruction->keyword != dockerfile::Keyword::Unknown) {
                    report.add(line, text::say("Above the first FROM stands ARG and nothing else"),
                               line.instruction->keywordRange);
                }
            }
        },
};

}  // namespace slipway::checks::dl3061
