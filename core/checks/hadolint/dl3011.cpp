#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

#include <algorithm>
#include <charconv>

namespace slipway::checks::dl3011 {

namespace {

/// Whether every number of "80", "80-90/udp" can be a port; what isn't a number is for others to judge.
bool arePorts(std::string_view text) {
    text = text.substr(0, text.find('/'));
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('-'), text.size());
        const std::string_view part = text.substr(0, end);
        long long number = 0;
        const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        const bool isNumber = stop == part.data() + part.size() && !part.empty();
        if (isNumber && (error == std::errc::result_out_of_range || number > 65535)) {
            return false;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3011",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "A port is a number from 0 to 65535.",
    .explanation = "Nothing can listen on a port beyond 65535, so the number is a slip.",
    .oncePerInstruction = true,
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Expose>([&](const Line& line, const dockerfile::Expose& expose) {
                for (const dockerfile::Word& port : expose.ports) {
                    if (!arePorts(hadolint::withoutQuotes(port.text))) {
                        report.add(line, text::say("There is no port {}: the last one is 65535", port.text),
                                   port.range);
                    }
                }
            });
        },
};

}  // namespace slipway::checks::dl3011
