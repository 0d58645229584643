#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks {

extern const Rule noEmptyContinuation;
const Rule noEmptyContinuation{
    .name = "NoEmptyContinuation",
    .description = "No empty line stands within an instruction.",
    .explanation =
        "An empty line after a line that ends with the escape character is skipped today and will be an error. Remove "
        "it, or make it a comment.",
    .fileOnly = true,
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                const dockerfile::Instruction& instruction = *line.instruction;
                if (instruction.emptyContinuation) {
                    // Its last line, before the heredocs.
                    const auto& heredocs = instruction.heredocs;
                    const std::uint32_t last = heredocs.empty()
                                                   ? instruction.lastLine
                                                   : subject.tree.lines().line(heredocs.front().bodyRange.begin) - 1;
                    const std::size_t begin = subject.tree.lines().lineStart(last);
                    const text::Range whole = wholeLines(subject.tree.text(), {begin, begin});
                    const std::string_view words = dockerfile::trimmed(whole.of(subject.tree.text()));
                    const std::size_t from = std::min(begin + dockerfile::skipSpaces(whole.of(subject.tree.text()), 0),
                                                      instruction.range.end);
                    report.add({.message = text::say("Empty continuation line"),
                                .range = {from, from + words.size()},
                                .line = last,
                                .endLine = last,
                                .stage = line.stage});
                }
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        const std::string_view text = subject.tree.text();
        std::vector<text::Edit> edits;
        if (line) {
            // Empty lines of a here-document are its own.
            const auto& heredocs = line->instruction->heredocs;
            const std::size_t end = heredocs.empty() ? line->instruction->range.end : heredocs.front().bodyRange.begin;
            for (std::size_t at = wholeLines(text, line->instruction->range).begin; at < end;) {
                const text::Range whole = wholeLines(text, {at, at});
                if (dockerfile::trimmed(whole.of(text)).empty()) {
                    edits.push_back({whole, ""});
                }
                at = whole.end;
            }
        }
        return fixOf(text::say("Remove the empty lines"), std::move(edits));
    },
};

}  // namespace slipway::checks
