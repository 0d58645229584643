#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::checks {

extern const Rule exposeProtoCasing;
const Rule exposeProtoCasing{
    .name = "ExposeProtoCasing",
    .description = "The protocol in EXPOSE is in lower case.",
    .explanation = "Write tcp, udp or sctp.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Expose>([&](const Line& line, const dockerfile::Expose& expose) {
                for (const dockerfile::Word& port : expose.ports) {
                    const std::size_t slash = port.text.rfind('/');
                    if (slash != std::string::npos && !port.text.contains('$') &&
                        std::ranges::any_of(port.text.substr(slash),
                                            [](char c) { return c != dockerfile::lowerCase(c); })) {
                        report.add(line,
                                   "Defined protocol '" + port.text + "' in EXPOSE instruction should be lowercase",
                                   port.range);
                    }
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const std::string port = inLowerCase(finding.range.of(subject.tree.text()));
        return replacing("Write " + port, finding.range, port);
    },
};

}  // namespace slipway::checks
