#include "checks/hadolint/commands.h"
#include "text/say.h"

namespace slipway::checks::dl4001 {

using namespace hadolint;

namespace {

constexpr std::span<const shell::Invocation> kNone;

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL4001",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "A stage uses wget or curl, not both.",
    .explanation = "Both do the same work, and each has to be installed and kept up to date. Choose one.",
    .onbuild = Onbuild::InsideToo,
    .programs = "wget curl",
    .find =
        [](const Subject& subject, Report& report) {
            bool wget = false, curl = false;
            int stage = -1;
            for (const Line& line : subject.lines) {
                if (line.stage != stage) {
                    wget = curl = false;
                    stage = line.stage;
                }
                const bool isRun = line.as<dockerfile::Run>() != nullptr;
                const shell::Invocation* second = nullptr;  // of the two, in this RUN
                for (const shell::Invocation& command : isRun&& line.script ? line.script->commands() : kNone) {
                    if (!isOneOf(command.name(), {"wget", "curl"})) {
                        continue;
                    }
                    (command.name() == "wget" ? wget : curl) = true;
                    second = !second && wget && curl ? &command : second;
                }
                if (second) {
                    report.add(line, text::say("This stage uses both wget and curl: one of them is enough"),
                               line.script->source(headOf(*second)));
                }
            }
        },
};

}  // namespace slipway::checks::dl4001
