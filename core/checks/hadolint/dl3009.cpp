#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

namespace slipway::checks::dl3009 {

using namespace hadolint;

namespace {

constexpr Remains kLists{"/var/lib/apt/lists",
                         text::worded("apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*")};

Trace traceOfLists(const shell::Invocation& command) {
    const std::string_view action = aptAction(command);
    const bool cleans = isOneOf(action, {"distclean", "dist-clean"}) || removes(command, kLists.folder);
    return action == "update" ? Trace::Makes : cleans ? Trace::Cleans : Trace::None;
}

/// The lists alone, or all that apt keeps.
bool areListsMounted(const dockerfile::Run& run) {
    return isMountedAt(run, kLists.folder) || (isMountedAt(run, "/var/lib/apt") && isMountedAt(run, "/var/cache/apt"));
}

void findWhatStays(const Subject& subject, Report& report) {
    const KeptStages stages(subject);
    subject.eachRun([&](const Line& line, const dockerfile::Run& run) {
        if (!stages.keep(line) || areListsMounted(run)) {
            return;
        }
        if (const shell::Invocation* fetch = uncleaned(*line.script, traceOfLists)) {
            report.add(line, kLists.message(run), line.script->source(headOf(*fetch)));
        }
    });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3009",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "The RUN that fetches apt's lists deletes them.",
    .explanation =
        "The lists below /var/lib/apt/lists are tens of megabytes that only apt-get install needs. Deleting them in a "
        "later RUN leaves them in the layer below: end the same RUN with rm -rf /var/lib/apt/lists/*, or mount a "
        "cache there, or one on /var/lib/apt and one on /var/cache/apt.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apt-get apt aptitude",
    .find = findWhatStays,
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        return !kLists.stayIn(subject, finding) || aptListsAreNeeded(subject, finding)
                   ? std::nullopt
                   : endWith(subject, finding, "rm -rf /var/lib/apt/lists/*");
    },
};

}  // namespace slipway::checks::dl3009
