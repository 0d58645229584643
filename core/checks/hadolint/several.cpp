#include "checks/hadolint/several.h"

#include <map>

namespace slipway::checks::hadolint {

void findSeveral(const Subject& subject, Report& report, dockerfile::Keyword keyword) {
    std::map<int, const Line*> last;
    for (const Line& line : subject.lines) {
        if (line.instruction->keyword != keyword) {
            continue;
        }
        const Line*& earlier = last[line.stage];
        if (earlier) {
            const std::string name(dockerfile::keywordName(keyword));
            report.add(line,
                       "The stage has another " + name + " in line " + std::to_string(earlier->instruction->firstLine) +
                           ", which does nothing: the last one counts",
                       {}, earlier->instruction->range);
        }
        earlier = &line;
    }
}

}  // namespace slipway::checks::hadolint
