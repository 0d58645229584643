#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"

#include <algorithm>

namespace slipway::checks::dl3040 {

using namespace hadolint;

namespace {

/// Of dnf 5, of dnf 4, and of both under yum's name.
constexpr std::array<std::string_view, 3> kCaches{"/var/cache/libdnf5", "/var/cache/dnf", "/var/cache/yum"};
/// Of dnf 5 where a user calls it.
constexpr std::string_view kUserCache = ".cache/libdnf5";

Trace traceOf(const shell::Invocation& command, std::string_view program) {
    if (std::ranges::any_of(kCaches, [&](std::string_view folder) { return removes(command, folder); })) {
        return Trace::Cleans;
    }
    return command.name() == program ? traceOfRpms(command) : Trace::None;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3040",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "The RUN that uses dnf deletes its cache.",
    .explanation =
        "Packages and metadata that dnf fetched stay in the layer, and a later RUN can't take them out of it. End the "
        "same RUN with dnf clean all (microdnf clean all for microdnf), or mount a cache below /var/cache.",
    .onbuild = Onbuild::InsideToo,
    .programs = "dnf dnf5 microdnf",
    .find =
        [](const Subject& subject, Report& report) {
            subject.eachRun([&](const Line& line, const dockerfile::Run& run) {
                const auto isThere = [&](std::string_view folder) { return isMountedAt(run, folder); };
                if (std::ranges::any_of(kCaches, isThere) || isThere(kUserCache)) {
                    return;
                }
                const bool above = isMounted(run, kCaches.front());
                for (const std::string_view program : {"dnf", "dnf5", "microdnf"}) {
                    const shell::Invocation* use = uncleaned(
                        *line.script, [&](const shell::Invocation& command) { return traceOf(command, program); });
                    if (use) {
                        const std::string name(program);
                        const std::string stays =
                            name + "'s cache stays in the layer: end this RUN with " + name + " clean all";
                        report.add(line, Remains{kCaches.front(), stays}.message(above),
                                   line.script->source(headOf(*use)));
                        return;
                    }
                }
            });
        },
    .fix =
        [](const Subject& subject, const Finding& finding) {
            // The message begins with the program's name.
            const std::size_t name = finding.message.find('\'');
            return name == std::string::npos
                       ? std::nullopt
                       : endWith(subject, finding, finding.message.substr(0, name) + " clean all");
        },
};

}  // namespace slipway::checks::dl3040
