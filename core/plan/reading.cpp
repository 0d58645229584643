#include "plan/reading.h"

#include "plan/step_text.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::plan {

using dockerfile::Keyword;
using dockerfile::Severity;

StepText::StepText(const dockerfile::Instruction& instruction)
    : text(originalText(instruction)), print(fingerprint(instruction, text)) {}

Site Reading::site(std::size_t index) const {
    const dockerfile::Instruction& instruction = *plan.tree->instructions()[index];
    const std::size_t column = instruction.range.begin - plan.tree->lines().lineStart(instruction.firstLine) + 1;
    return {.instruction = &instruction,
            .range = instruction.range,
            .where = {instruction.firstLine, static_cast<std::uint32_t>(column)},
            .line = instruction.firstLine,
            .endLine = instruction.lastLine,
            .index = index};
}

std::optional<Problem> Reading::mistakeAt(const Site& site) const {
    const Error& mistake = mistakes.at(site.index);
    const auto next = std::ranges::lower_bound(diagnosed, site.range.begin);
    if (next != diagnosed.end() && *next < std::max(site.range.end, site.range.begin + 1))
        return {};
    Problem out = problem(Severity::Error, mistake.message, site, {}, -1);
    if (mistake.where)
        out.where = *mistake.where;
    return out;
}

Problem Reading::problem(Severity severity, std::string message, const Site& site, std::optional<text::Range> range,
                         int stage) const {
    Problem out{severity, std::move(message), site.range, site.where, stage};
    if (range && !range->empty() && !site.onbuild) {
        out.range = *range;
        out.where = plan.tree->lines().position(range->begin);
    }
    if (site.onbuild)
        out.message = text::say("ONBUILD {} of the base: {}", originalText(*site.instruction), out.message);
    return out;
}

int Reading::stageNamedFrom(int index, const std::string& name) const {
    const auto stages = named.find(name);
    if (stages == named.end())
        return -1;
    const auto found = std::ranges::lower_bound(stages->second, index);
    return found == stages->second.end() ? -1 : *found;
}

int Reading::stageNamedAbove(int index, const std::string& name) const {
    const auto stages = named.find(name);
    if (stages == named.end())
        return -1;
    const auto found = std::ranges::lower_bound(stages->second, index);
    return found == stages->second.begin() ? -1 : *std::prev(found);
}

bool isStepKeyword(Keyword keyword) {
    return keyword == Keyword::Run || keyword == Keyword::Copy || keyword == Keyword::Add ||
           keyword == Keyword::Workdir;
}

}  // namespace slipway::plan
