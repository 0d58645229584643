#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3009 {

using namespace hadolint;

namespace {

constexpr std::string_view kLists = "/var/lib/apt/lists";

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3009",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "The RUN that fetches apt's lists deletes them.",
    .explanation =
        "The lists below /var/lib/apt/lists are tens of megabytes that only apt-get install needs. Deleting them in a "
        "later RUN "
        "leaves them in the layer below: end the same RUN with rm -rf /var/lib/apt/lists/*, or mount a cache there.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            const KeptStages stages(subject);
            subject.eachRun([&](const Line& line, const dockerfile::Run& run) {
                if (isMounted(run, kLists) || !stages.keep(line)) {
                    return;
                }
                const shell::Invocation* fetch = uncleaned(*line.script, [](const shell::Invocation& command) {
                    const bool updates = isOneOf(command.name(), {"apt-get", "apt", "aptitude"}) &&
                                         command.arguments(kApt).subcommand() == "update";
                    return updates ? Trace::Makes : removes(command, kLists) ? Trace::Cleans : Trace::None;
                });
                if (fetch) {
                    report.add(line, "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*",
                               line.script->source(headOf(*fetch)));
                }
            });
        },
};

}  // namespace slipway::checks::dl3009
