#include "checks/check.h"
#include "checks/mending.h"
#include "text/say.h"

namespace slipway::checks {

namespace {

/// Something of a host stands before the port.
bool isMapping(std::string_view port) {
    const std::string_view host = port.substr(0, port.rfind(':') == port.npos ? 0 : port.rfind(':'));
    return !host.empty() && host != ":";
}

}  // namespace

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
                for (const dockerfile::Word& word : expose.ports) {
                    for (const plan::ExpandedWord& port : subject.plan.taken(word)) {
                        if (isMapping(port.text)) {
                            report.add(line,
                                       text::say("EXPOSE instruction should not define an IP address or host-port "
                                                 "mapping, found '{}'",
                                                 port.text),
                                       word.range);
                        }
                    }
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const std::string_view written = finding.range.of(subject.tree.text());
        const std::string port(written.substr(written.rfind(':') + 1));
        const bool isPort = !port.empty() && port.front() >= '0' && port.front() <= '9' &&
                            port.find_first_not_of("0123456789-/abcdefghijklmnopqrstuvwxyz") == std::string::npos;
        return isPort ? replacing(text::say("Write {}", port), finding.range, port) : std::nullopt;
    },
};

}  // namespace slipway::checks
