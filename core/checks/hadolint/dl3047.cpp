#include "checks/hadolint/commands.h"
#include "checks/hadolint/distributions.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3047 {

using namespace hadolint;

namespace {

bool isBrief(const shell::Invocation& command) {
    const shell::Arguments arguments = command.arguments({"aABCDeiIlnoOPQRTtUwX", "--progress"});
    return arguments.has(
               {"--progress", "-q", "--quiet", "--no-verbose", "-o", "--output-file", "-a", "--append-output"}) ||
           std::ranges::any_of(arguments.options, [](const shell::Option& option) {
               return option.name == "-n" && option.value.value_or("").contains('v');
           });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3047",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "wget shows its progress briefly, or not at all.",
    .explanation =
        "Into a log wget writes a row of dots for each 50 kB. Use --progress=dot:giga for a line per 32 MB, or -q or "
        "-nv for none.",
    .onbuild = Onbuild::InsideToo,
    .programs = "wget",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "wget" || isBrief(command)) {
                    return std::nullopt;
                }
                return Complaint{
                    text::say("wget fills the build's log with its progress: add --progress=dot:giga, or -nv"),
                    headOf(command)};
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        // busybox's wget knows no --progress.
        const bool isBusybox = line && distributionOf(subject, *line) == Distribution::Busybox;
        return addOption(subject, finding, isBusybox ? "-q" : "--progress=dot:giga",
                         [](const shell::Invocation& command) {
                             return command.name() == "wget" && !isBrief(command) ? programOf(command) : nullptr;
                         });
    },
};

}  // namespace slipway::checks::dl3047
