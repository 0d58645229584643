#include "checks/hadolint/several.h"

#include "checks/mending.h"
#include "text/say.h"

namespace slipway::checks::hadolint {

void findSeveral(const Subject& subject, Report& report, dockerfile::Keyword keyword) {
    const Line* earlier = nullptr;
    for (const Line& line : subject.lines) {
        if (line.keyword != keyword) {
            continue;
        }
        if (earlier && earlier->stage == line.stage) {
            report.add(line,
                       text::say("The stage has another {} in line {}, which does nothing: the last one counts",
                                 dockerfile::keywordName(keyword), earlier->instruction->firstLine),
                       {}, earlier->instruction->range);
        }
        earlier = &line;
    }
}

std::optional<Fix> withoutEarlier(const Subject& subject, const Finding& finding) {
    const Line* earlier = finding.related ? subject.lineAt(finding.related->begin) : nullptr;
    return earlier ? fixOf(text::say("Remove the {} in line {}", dockerfile::keywordName(earlier->instruction->keyword),
                                     earlier->instruction->firstLine),
                           withoutInstruction(subject.tree, *earlier->instruction))
                   : std::nullopt;
}

}  // namespace slipway::checks::hadolint
