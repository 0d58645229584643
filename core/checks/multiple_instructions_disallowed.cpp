#include "checks/check.h"
#include "checks/mending.h"
#include "text/say.h"

#include <array>

namespace slipway::checks {

extern const Rule multipleInstructionsDisallowed;
const Rule multipleInstructionsDisallowed{
    .name = "MultipleInstructionsDisallowed",
    .description = "A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK.",
    .explanation =
        "Only the last of them counts; the others do nothing. Remove those, or put them into stages of their own.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            std::array<const Line*, static_cast<std::size_t>(dockerfile::Keyword::Unknown)> last{};
            for (const Line& line : subject.lines) {
                const dockerfile::Keyword keyword = line.keyword;
                if (keyword != dockerfile::Keyword::Cmd && keyword != dockerfile::Keyword::Entrypoint &&
                    keyword != dockerfile::Keyword::Healthcheck) {
                    continue;
                }
                const Line*& earlier = last[static_cast<std::size_t>(keyword)];
                if (earlier && earlier->stage == line.stage) {
                    const dockerfile::Instruction& useless = *earlier->instruction;
                    report.add({.message = text::say("Multiple {} instructions should not be used in the same stage "
                                                     "because only the last one will be used",
                                                     line.instruction->keywordText),
                                .range = useless.range,
                                .line = useless.firstLine,
                                .endLine = useless.lastLine,
                                .stage = line.stage,
                                .silencedAt = line.instruction->firstLine});
                }
                earlier = &line;
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        return line ? fixOf(text::say("Remove this {}", dockerfile::keywordName(line->instruction->keyword)),
                            withoutInstruction(subject.tree, *line->instruction))
                    : std::nullopt;
    },
};

}  // namespace slipway::checks
