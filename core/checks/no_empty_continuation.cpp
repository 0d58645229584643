#include "checks/check.h"

namespace slipway::checks {

extern const Rule noEmptyContinuation;
const Rule noEmptyContinuation{
    .name = "NoEmptyContinuation",
    .description = "No empty line stands within an instruction.",
    .explanation =
        "An empty line after a line that ends with the escape character is skipped today and will be an error. Remove "
        "it, or make it a comment.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                const dockerfile::Instruction& instruction = *line.instruction;
                if (instruction.emptyContinuation) {
                    report.add({.message = "Empty continuation line",
                                .range = instruction.range,
                                .line = instruction.lastLine,
                                .endLine = instruction.lastLine,
                                .stage = line.stage});
                }
            }
        },
};

}  // namespace slipway::checks
