#include "checks/hadolint/commands.h"

namespace slipway::checks::dl4001 {

using namespace hadolint;

namespace {

const std::vector<shell::Invocation> kNone;

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL4001",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "A stage uses wget or curl, not both.",
    .explanation = "Both do the same work, and each has to be installed and kept up to date. Choose one.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            bool wget = false, curl = false;
            int stage = -1;
            for (const Line& line : subject.lines) {
                if (line.stage != stage) {
                    wget = curl = false;
                    stage = line.stage;
                }
                const bool isRun = line.value && std::holds_alternative<dockerfile::Run>(*line.value);
                for (const shell::Invocation& command : isRun&& line.script ? line.script->commands() : kNone) {
                    const bool both = wget && curl;
                    wget |= command.name() == "wget";
                    curl |= command.name() == "curl";
                    if (wget && curl && !both) {
                        report.add(line, "This stage uses both wget and curl: one of them is enough",
                                   line.script->source(headOf(command)));
                    }
                }
            }
        },
};

}  // namespace slipway::checks::dl4001
