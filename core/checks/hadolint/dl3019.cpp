#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

namespace slipway::checks::dl3019 {

using namespace hadolint;

namespace {

constexpr Remains kIndex{"/var/cache/apk", text::worded("apk leaves its index in the layer: add --no-cache")};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3019",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "apk add keeps no index.",
    .explanation =
        "With --no-cache apk fetches its index, uses it and keeps none of it, so neither --update nor deleting "
        "/var/cache/apk is needed. A cache mounted there does as well.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apk",
    .find =
        [](const Subject& subject, Report& report) {
            subject.eachRun([&](const Line& line, const dockerfile::Run& run) {
                if (isMountedAt(run, kIndex.folder)) {
                    return;
                }
                for (const shell::Invocation& command : line.script->commands()) {
                    const auto install = installOf(command, {"apk"}, {"add"}, kApk);
                    if (install && !install->arguments.has({"--no-cache"})) {
                        report.add(line, kIndex.message(run), line.script->source(headOf(command)));
                        return;
                    }
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        if (!kIndex.stayIn(subject, finding)) {
            return std::nullopt;
        }
        return addOption(subject, finding, "--no-cache", [](const shell::Invocation& command) -> const shell::Word* {
            const auto install = installOf(command, {"apk"}, {"add"}, kApk);
            return install && !install->arguments.has({"--no-cache"}) ? install->arguments.operands.front() : nullptr;
        });
    },
};

}  // namespace slipway::checks::dl3019
