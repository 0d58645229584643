#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

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
                const auto isUpper = [](char c) { return c != dockerfile::lowerCase(c); };
                for (const dockerfile::Word& word : expose.ports) {
                    for (const plan::ExpandedWord& port : subject.plan.taken(word)) {
                        const std::size_t slash = port.text.rfind('/');
                        if (slash != std::string::npos && std::ranges::any_of(port.text.substr(slash), isUpper)) {
                            report.add(
                                line,
                                text::say("Defined protocol '{}' in EXPOSE instruction should be lowercase", port.text),
                                word.range);
                        }
                    }
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const std::string_view written = finding.range.of(subject.tree.text());
        const std::size_t slash = std::min(written.rfind('/'), written.size());
        if (written.substr(slash).find_first_of("/$") != 0 || written.substr(slash).contains('$')) {
            return std::nullopt;  // a variable holds the protocol
        }
        const std::string port = std::string(written.substr(0, slash)) + inLowerCase(written.substr(slash));
        return replacing(text::say("Write {}", port), finding.range, port);
    },
};

}  // namespace slipway::checks
