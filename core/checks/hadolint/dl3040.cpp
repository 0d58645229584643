#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3040 {

using namespace hadolint;

namespace {

/// Of dnf 5, of dnf 4, and of both under yum's name.
constexpr std::array<std::string_view, 3> kCaches{"/var/cache/libdnf5", "/var/cache/dnf", "/var/cache/yum"};
/// Of dnf 5 where a user calls it.
constexpr std::string_view kUserCache = ".cache/libdnf5";

/// A command that leaves its cache in the layer, and its program.
struct Leaving {
    std::string_view program;
    const shell::Invocation* command;
};

Trace traceOf(const shell::Invocation& command, std::string_view program) {
    if (std::ranges::any_of(kCaches, [&](std::string_view folder) { return removes(command, folder); })) {
        return Trace::Cleans;
    }
    return command.name() == program ? traceOfRpms(command) : Trace::None;
}

std::optional<Leaving> leavingIn(const RunScript& script) {
    for (const std::string_view program : {"dnf", "dnf5", "microdnf"}) {
        if (const shell::Invocation* command =
                uncleaned(script, [&](const shell::Invocation& each) { return traceOf(each, program); })) {
            return Leaving{program, command};
        }
    }
    return std::nullopt;
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
                if (const auto leaving = leavingIn(*line.script)) {
                    report.add(line,
                               isMounted(run, kCaches.front())
                                   ? isMountedAsAPart(kCaches.front())
                                   : text::say("{0}'s cache stays in the layer: end this RUN with {0} clean all",
                                               leaving->program),
                               line.script->source(headOf(*leaving->command)));
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = editableRun(subject, finding);
        const auto leaving = line ? leavingIn(*line->script) : std::nullopt;
        const dockerfile::Run* run = runOf(subject, finding);
        return leaving && run && !isMounted(*run, kCaches.front())
                   ? endWith(subject, finding, std::string(leaving->program) + " clean all")
                   : std::nullopt;
    },
};

}  // namespace slipway::checks::dl3040
