#include "checks/check.h"

#include "checks/selection.h"

#include <algorithm>
#include <tuple>

namespace slipway::checks {

namespace {

std::vector<Line> linesOf(const dockerfile::SyntaxTree& tree) {
    std::vector<Line> out;
    int stage = -1;
    for (const auto& instruction : tree.instructions()) {
        stage += instruction->keyword == dockerfile::Keyword::From ? 1 : 0;
        Line line{instruction.get(), {}, stage};
        if (auto value = dockerfile::interpret(*instruction, tree.lines(), tree.escape())) {
            line.value = std::move(*value);
        }
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace

const plan::Stage* Subject::stageOf(const Line& line) const {
    const auto index = static_cast<std::size_t>(line.stage);
    return line.stage >= 0 && index < plan.stages.size() ? &plan.stages[index] : nullptr;
}

void Report::add(const Line& line, std::string message, std::optional<text::Range> part) {
    const dockerfile::Instruction& instruction = *line.instruction;
    add({&m_rule, std::move(message), part.value_or(instruction.range), instruction.firstLine, instruction.lastLine,
         line.stage});
}

void Report::add(Finding finding) {
    finding.rule = &m_rule;
    m_findings.push_back(std::move(finding));
}

CheckResult check(const plan::BuildPlan& plan, const Surroundings& surroundings, Scope scope) {
    CheckResult out;
    const Subject subject{*plan.tree, plan, surroundings, linesOf(*plan.tree)};
    const Selection selection(*plan.tree);
    out.error = selection.error();
    for (const Rule* rule : rules()) {
        if (selection.isOn(*rule)) {
            Report report(*rule, out.findings);
            rule->find(subject, report);
        }
    }
    std::erase_if(out.findings, [&](const Finding& finding) {
        const auto stage = static_cast<std::size_t>(finding.stage);
        const bool unreached = scope == Scope::ReachedStages && finding.rule->perStage && finding.stage >= 0 &&
                               stage < plan.stages.size() && !plan.stages[stage].reached;
        return unreached || selection.silences(finding);
    });
    std::ranges::stable_sort(out.findings, {}, [](const Finding& finding) {
        return std::tuple(finding.line, std::string_view(finding.message));
    });
    return out;
}

}  // namespace slipway::checks
