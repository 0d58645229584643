#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

namespace slipway::checks::dl3032 {

using namespace hadolint;

namespace {

constexpr Remains kCache{"/var/cache/yum",
                         text::worded("yum's cache stays in the layer: end this RUN with yum clean all")};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3032",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "The RUN that uses yum deletes its cache.",
    .explanation =
        "Packages and metadata that yum fetched stay in the layer, and a later RUN can't take them out of it. End the "
        "same RUN with yum clean all, or mount a cache on /var/cache/yum.",
    .onbuild = Onbuild::InsideToo,
    .programs = "yum",
    .find =
        [](const Subject& subject, Report& report) {
            subject.eachRun([&](const Line& line, const dockerfile::Run& run) {
                if (isMountedAt(run, kCache.folder)) {
                    return;
                }
                const shell::Invocation* use = uncleaned(*line.script, [](const shell::Invocation& command) {
                    if (removes(command, kCache.folder)) {
                        return Trace::Cleans;
                    }
                    return command.name() == "yum" ? traceOfRpms(command) : Trace::None;
                });
                if (use) {
                    report.add(line, kCache.message(run), line.script->source(headOf(*use)));
                }
            });
        },
    .fix =
        [](const Subject& subject, const Finding& finding) {
            return kCache.stayIn(subject, finding) ? endWith(subject, finding, "yum clean all") : std::nullopt;
        },
};

}  // namespace slipway::checks::dl3032
