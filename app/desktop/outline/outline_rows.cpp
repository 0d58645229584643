#include "outline/outline_rows.h"

#include "project/step_state.h"
#include "units/units.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace slipway::outline {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("slipway::outline", text); }

const project::Problem* problemWithin(const project::Snapshot& snapshot, int line, int endLine) {
    const project::Problem* found = nullptr;
    auto at = std::ranges::lower_bound(snapshot.problems, line, {}, &project::Problem::line);
    for (; at != snapshot.problems.end() && at->line <= endLine; ++at) {
        // The worst first. What the checks would have otherwise is told in the text, not in place of a step's facts.
        if (at->rule.isEmpty() && (!found || at->severity < found->severity))
            found = &*at;
    }
    return found;
}

QString tipOf(const project::Problem& problem) { return tr("Line %1: %2").arg(problem.line).arg(problem.message); }

QString labelOf(const dockerfile::Instruction& instruction) {
    constexpr std::size_t kMost = 240;
    return QString::fromStdString(instruction.keywordText).toUpper() + u' ' +
           QString::fromStdString(dockerfile::outlineText(instruction, kMost));
}

InstructionRow instructionRow(const project::Snapshot& snapshot, const dockerfile::Instruction& instruction,
                              const project::BuildRun* run) {
    InstructionRow row{.label = labelOf(instruction),
                       .line = static_cast<int>(instruction.firstLine),
                       .endLine = static_cast<int>(instruction.lastLine)};
    const int step = snapshot.stepAt(instruction.firstLine);
    if (step >= 0) {
        row.step = QString::fromStdString(snapshot.plan->steps[static_cast<std::size_t>(step)].id);
        row.state = project::stateOf(snapshot, step, run);
        const cache::StepForecast* forecast = snapshot.forecastOf(step);
        // What it weighed last time is none of what a build has just failed to make.
        if (row.state != theme::State::Failed && forecast && forecast->size && *forecast->size > 0)
            row.detail = units::bytes(*forecast->size);
        row.toolTip = project::stepWords(snapshot, step, run);
    }
    if (const project::Problem* problem = problemWithin(snapshot, row.line, row.endLine)) {
        row.problem = problem->message;
        row.toolTip = tipOf(*problem);
    }
    return row;
}

QString stageTip(const dockerfile::Outline& outline, const dockerfile::StageOutline& stage) {
    QStringList lines;
    const auto nameOf = [&](int index) {
        const auto& other = outline.stages[static_cast<std::size_t>(index)];
        return other.name.empty() ? tr("stage %1").arg(index) : QString::fromStdString(other.name);
    };
    const auto names = [&](const std::vector<int>& stages) {
        QStringList list;
        for (const int index : stages)
            list.append(nameOf(index));
        return list.join(u", "_s);
    };
    lines.append(tr("Based on %1").arg(QString::fromStdString(stage.base)));
    if (!stage.dependsOn.empty())
        lines.append(tr("Uses %1").arg(names(stage.dependsOn)));
    lines.append(stage.dependents.empty() ? tr("No other stage uses it")
                                          : tr("Used by %1").arg(names(stage.dependents)));
    lines.append(tr("Lines %1 to %2").arg(stage.line).arg(stage.endLine));
    return lines.join(u'\n');
}

// What belongs to no instruction of a stage (no FROM, a word above the first) stands on its own.
void addLoose(std::vector<StageRow>& rows, const project::Snapshot& snapshot) {
    const auto& instructions = snapshot.tree->instructions();
    const int firstStage = rows.empty() ? std::numeric_limits<int>::max() : rows.front().line;
    std::set<int> shown;
    for (const project::Problem& problem : snapshot.problems) {
        if (!problem.rule.isEmpty())
            continue;
        const auto line = static_cast<std::uint32_t>(problem.line);
        const auto found =
            std::ranges::lower_bound(instructions, line, {}, [](const auto& one) { return one->lastLine; });
        const dockerfile::Instruction* at =
            found != instructions.end() && (*found)->firstLine <= line ? found->get() : nullptr;
        const int first = at ? static_cast<int>(at->firstLine) : problem.line;
        if (at && (first >= firstStage || !shown.insert(first).second))
            continue;
        rows.push_back({.label = at ? labelOf(*at) : problem.message,
                        .toolTip = tipOf(problem),
                        .problem = problem.message,
                        .line = first,
                        .endLine = at ? static_cast<int>(at->lastLine) : problem.endLine});
    }
}

}  // namespace

std::vector<StageRow> outlineRows(const project::Snapshot& snapshot, const project::BuildRun* run) {
    std::vector<StageRow> rows;
    if (!snapshot.outline)
        return rows;
    for (const dockerfile::StageOutline& stage : snapshot.outline->stages) {
        StageRow& row = rows.emplace_back();
        row.stage = stage.index;
        row.label = stage.name.empty() ? tr("stage %1").arg(stage.index) : QString::fromStdString(stage.name);
        row.detail = project::stageWords(snapshot, stage.index);
        row.toolTip = stageTip(*snapshot.outline, stage);
        row.state = project::stageState(snapshot, stage.index, run);
        row.line = static_cast<int>(stage.line);
        const std::size_t next = rows.size();
        const auto& stages = snapshot.outline->stages;
        row.endLine =
            static_cast<int>(next < stages.size() ? stages[next].line - 1 : snapshot.tree->lines().lineCount());
        for (const auto& instruction : stage.instructions)
            row.instructions.push_back(instructionRow(snapshot, *instruction, run));
    }
    if (!snapshot.tree->instructions().empty())  // else there is nothing yet, which the panel says
        addLoose(rows, snapshot);
    return rows;
}

}  // namespace slipway::outline
