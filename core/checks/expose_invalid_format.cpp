#include "checks/check.h"

namespace slipway::checks {

extern const Rule exposeInvalidFormat;
const Rule exposeInvalidFormat{
    .name = "ExposeInvalidFormat",
    .description = "EXPOSE names ports of the container alone.",
    .explanation =
        "Which address and port of the host a port is published on is said when a container is run (docker run -p), "
        "not in the image.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Expose>([&](const Line& line, const dockerfile::Expose& expose) {
                for (const dockerfile::Word& port : expose.ports) {
                    if (port.text.contains(':') && !port.text.contains('$')) {
                        report.add(line,
                                   "EXPOSE instruction should not define an IP address or host-port mapping, found '" +
                                       port.text + "'",
                                   port.range);
                    }
                }
            });
        },
};

}  // namespace slipway::checks
