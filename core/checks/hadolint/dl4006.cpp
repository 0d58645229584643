#include "checks/hadolint/commands.h"

#include <algorithm>

namespace slipway::checks::dl4006 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL4006",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "A RUN with a pipe has a shell with -o pipefail.",
    .explanation =
        "A pipe ends as its last command does: where wget fails and wc works, the RUN has worked. With SHELL "
        "[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] before it (/bin/ash on Alpine) it fails. Not every /bin/sh has "
        "the option, so set -o pipefail inside the RUN is not enough.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            subject.eachRun([&](const Line& line, const dockerfile::Run&) {
                const RunScript& script = *line.script;
                const auto& nodes = script.script().nodes();
                const auto piped = std::ranges::find(nodes, shell::Connective::Pipe, &shell::Node::before);
                if (piped != nodes.end() && !script.shell().pipefail) {
                    report.add(line, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL",
                               script.source(piped->range));
                }
            });
        },
};

}  // namespace slipway::checks::dl4006
