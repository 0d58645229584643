#include "checks/check.h"
#include "checks/maintainer.h"
#include "text/say.h"

namespace slipway::checks {

extern const Rule maintainerDeprecated;
const Rule maintainerDeprecated{
    .name = "MaintainerDeprecated",
    .description = "MAINTAINER is deprecated.",
    .explanation = "Write LABEL org.opencontainers.image.authors=… instead: tools read that.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                if (line.keyword == dockerfile::Keyword::Maintainer) {
                    report.add(line, text::say("Maintainer instruction is deprecated in favor of using label"));
                }
            }
        },
    .fix = maintainerAsLabel,
};

}  // namespace slipway::checks
