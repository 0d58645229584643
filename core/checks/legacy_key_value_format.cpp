#include "checks/check.h"

#include <algorithm>

namespace slipway::checks {

extern const Rule legacyKeyValueFormat;
const Rule legacyKeyValueFormat{
    .name = "LegacyKeyValueFormat",
    .description = "ENV and LABEL are written with an equals sign.",
    .explanation =
        "ENV name value sets one variable to all the rest of the line, blanks and quotes included. Write ENV "
        "name=value, which takes several and quotes as you expect.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                const dockerfile::Instruction& instruction = *line.instruction;
                const bool takesPairs = instruction.keyword == dockerfile::Keyword::Env ||
                                        instruction.keyword == dockerfile::Keyword::Label;
                if (takesPairs &&
                    std::ranges::any_of(instruction.pairs, [](const auto& pair) { return !pair.hasSeparator; })) {
                    const std::string name(dockerfile::keywordName(instruction.keyword));
                    report.add(line, "\"" + name + " key=value\" should be used instead of legacy \"" + name +
                                         " key value\" format");
                }
            }
        },
};

}  // namespace slipway::checks
