#include "checks/check.h"
#include "checks/mending.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

namespace slipway::checks {

extern const Rule fromAsCasing;
const Rule fromAsCasing{
    .name = "FromAsCasing",
    .description = "AS has the same letter case as its FROM.",
    .explanation =
        "FROM image as name mixes two ways of writing in one line. Write both words in upper case, or both in lower "
        "case.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const Line& line : subject.lines) {
                const dockerfile::Instruction& from = *line.instruction;
                if (line.keyword != dockerfile::Keyword::From || from.words.size() != 3 ||
                    !dockerfile::equalsIgnoringCase(from.words[1].text, "as")) {
                    continue;
                }
                const std::string& as = from.words[1].text;
                if ((from.keywordText == "FROM" && as != "AS") || (from.keywordText == "from" && as != "as")) {
                    report.add(line, text::say("'{}' and '{}' keywords' casing do not match", as, from.keywordText),
                               from.words[1].range);
                }
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        const std::string as = line && line->instruction->keywordText == "FROM" ? "AS" : "as";
        return replacing(text::say("Write {}", as), finding.range, as);
    },
};

}  // namespace slipway::checks
