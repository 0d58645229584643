#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

namespace slipway::checks::dl3036 {

using namespace hadolint;

namespace {

constexpr Remains kCache{"/var/cache/zypp",
                         text::worded("zypper's cache stays in the layer: end this RUN with zypper clean")};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3036",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "The RUN that uses zypper deletes its cache.",
    .explanation =
        "Packages and metadata that zypper fetched stay in the layer, and a later RUN can't take them out of it. End "
        "the same RUN with zypper clean, or mount a cache on /var/cache/zypp.",
    .onbuild = Onbuild::InsideToo,
    .programs = "zypper",
    .find =
        [](const Subject& subject, Report& report) {
            subject.eachRun([&](const Line& line, const dockerfile::Run& run) {
                if (isMountedAt(run, kCache.folder)) {
                    return;
                }
                const shell::Invocation* use = uncleaned(*line.script, [](const shell::Invocation& command) {
                    if (installOf(command, {"zypper"},
                                  {"install", "in", "source-install", "si", "patch", "update", "up"}, kZypper)) {
                        return Trace::Makes;
                    }
                    const bool cleans = installOf(command, {"zypper"}, {"clean", "cc"}, kZypper).has_value();
                    return cleans || removes(command, kCache.folder) ? Trace::Cleans : Trace::None;
                });
                if (use) {
                    report.add(line, kCache.message(run), line.script->source(headOf(*use)));
                }
            });
        },
    .fix =
        [](const Subject& subject, const Finding& finding) {
            return kCache.stayIn(subject, finding) ? endWith(subject, finding, "zypper clean") : std::nullopt;
        },
};

}  // namespace slipway::checks::dl3036
