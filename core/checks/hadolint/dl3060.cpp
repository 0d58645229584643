#include "checks/hadolint/commands.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

namespace slipway::checks::dl3060 {

using namespace hadolint;

namespace {

constexpr shell::OptionSyntax kYarn{
    "",
    "--cwd --modules-folder --cache-folder --preferred-cache-folder --global-folder --link-folder --registry --proxy "
    "--https-proxy --mutex --network-timeout --network-concurrency --use-yarnrc"};
/// Of root and of others.
bool isMountedAbove(const dockerfile::Run& run) {
    return isMounted(run, "/usr/local/share/.cache/yarn") || isMounted(run, "/root/.cache/yarn") ||
           isMounted(run, [](std::string_view folder) { return folder.ends_with("/.cache"); });
}

constexpr Remains kCache{"~/.cache/yarn",
                         text::worded("yarn's cache stays in the layer: end this RUN with yarn cache clean"),
                         isMountedAbove};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3060",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "The RUN that calls yarn install deletes yarn's cache.",
    .explanation =
        "yarn keeps a copy of all that it fetched, and a later RUN can't take it out of the layer. End the same RUN "
        "with yarn cache clean, or mount a cache on /root/.cache/yarn.",
    .onbuild = Onbuild::InsideToo,
    .programs = "yarn",
    .find =
        [](const Subject& subject, Report& report) {
            const KeptStages stages(subject);
            subject.eachRun([&](const Line& line, const dockerfile::Run& run) {
                // A cache of another name is one that yarn was told of.
                if (isMountedAt(run, "/yarn") || !stages.keep(line)) {
                    return;
                }
                const shell::Invocation* install = uncleaned(*line.script, [](const shell::Invocation& command) {
                    if (removes(command, "/root/.cache/yarn") || removes(command, "/usr/local/share/.cache/yarn")) {
                        return Trace::Cleans;
                    }
                    if (command.name() != "yarn") {
                        return Trace::None;
                    }
                    const shell::Arguments arguments = command.arguments(kYarn);
                    const auto operands = arguments.operandsFrom(0);
                    if (operands.size() > 1 && operands[0]->value == "cache" && operands[1]->value == "clean") {
                        return Trace::Cleans;
                    }
                    return arguments.subcommand() == "install" ? Trace::Makes : Trace::None;
                });
                if (install) {
                    report.add(line, kCache.message(run), line.script->source(headOf(*install)));
                }
            });
        },
    .fix =
        [](const Subject& subject, const Finding& finding) {
            return kCache.stayIn(subject, finding) ? endWith(subject, finding, "yarn cache clean") : std::nullopt;
        },
};

}  // namespace slipway::checks::dl3060
