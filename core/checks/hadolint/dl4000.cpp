#include "checks/check.h"
#include "checks/maintainer.h"
#include "text/say.h"

namespace slipway::checks::dl4000 {

extern const Rule rule;
const Rule rule{
    .name = "DL4000",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "MAINTAINER is deprecated.",
    .explanation = "Write LABEL org.opencontainers.image.authors=… instead: tools read that.",
    .twin = "MaintainerDeprecated",
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                if (line.keyword == dockerfile::Keyword::Maintainer) {
                    report.add(line, text::say("MAINTAINER is deprecated: a label says who looks after an image"));
                }
            }
        },
    .fix = maintainerAsLabel,
};

}  // namespace slipway::checks::dl4000
