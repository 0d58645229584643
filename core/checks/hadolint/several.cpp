#include "checks/hadolint/several.h"

#include "checks/mending.h"

namespace slipway::checks::hadolint {

void findSeveral(const Subject& subject, Report& report, dockerfile::Keyword keyword) {
    const Line* earlier = nullptr;
    for (const Line& line : subject.lines) {
        if (line.instruction->keyword != keyword) {
            continue;
        }
        if (earlier && earlier->stage == line.stage) {
            const std::string name(dockerfile::keywordName(keyword));
            report.add(line,
                       "The stage has another " + name + " in line " + std::to_string(earlier->instruction->firstLine) +
                           ", which does nothing: the last one counts",
                       {}, earlier->instruction->range);
        }
        earlier = &line;
    }
}

std::optional<Fix> withoutEarlier(const Subject& subject, const Finding& finding) {
    const Line* earlier = finding.related ? subject.lineAt(finding.related->begin) : nullptr;
    return earlier ? fixOf("Remove the " + std::string(dockerfile::keywordName(earlier->instruction->keyword)) +
                               " in line " + std::to_string(earlier->instruction->firstLine),
                           withoutInstruction(subject.tree, *earlier->instruction))
                   : std::nullopt;
}

}  // namespace slipway::checks::hadolint
