#include "plan/planner.h"

#include "dockerfile/directives.h"
#include "parallel/pieces.h"
#include "plan/step_text.h"
#include "text/say.h"

#include <algorithm>
#include <iterator>
#include <mutex>

namespace slipway::plan {

using dockerfile::Keyword;
using dockerfile::Severity;

void Planner::run() {
    collectDiagnostics();
    refuseOtherFrontends();
    refuseCheckOptions();
    readInstructions();
    std::string targetStage = m_plan.options.target;
    if (targetStage.empty() && !m_file.froms.empty())
        targetStage = m_file.froms.back().name;
    m_file.global = platformArguments(m_plan.options.platform, m_plan.options.buildArgs, targetStage);

    readTop();
    std::vector<Part> parts = partsOf();
    parallel::eachPiece(parts.size(), 1, [&](std::size_t index, std::size_t) {
        StagePlanner(m_file, parts[index], m_plan.stages).run();
    });
    join(std::move(parts));
    tellCircles();
    tellWhereThereIsNoStage();
    chooseTarget();
    markReached(m_plan);
    collectImages(m_plan);
    std::ranges::stable_sort(m_plan.problems, {}, [](const Problem& p) { return p.where; });
}

void Planner::collectDiagnostics() {
    for (const dockerfile::Diagnostic& diagnostic : m_plan.tree->diagnostics()) {
        m_plan.problems.push_back({diagnostic.severity, diagnostic.message, diagnostic.range,
                                   m_plan.tree->lines().position(diagnostic.range.begin), -1});
        if (diagnostic.severity == Severity::Error)
            m_file.diagnosed.push_back(diagnostic.range.begin);
    }
    std::ranges::sort(m_file.diagnosed);
}

void Planner::refuseOtherFrontends() {
    for (const dockerfile::Directive& directive : m_plan.tree->directives()) {
        if (directive.name != "syntax" || directive.value.empty() || isOwnFrontend(directive.value))
            continue;
        m_plan.problems.push_back(
            {Severity::Error,
             text::say("The frontend {} is not the Dockerfile language that Slipway builds; `docker buildx build` runs "
                       "other frontends.",
                       directive.value),
             directive.range, m_plan.tree->lines().position(directive.range.begin), -1, ErrorCode::Unsupported});
    }
}

/// BuildKit reads them, in place of `# check=`, before anything else.
void Planner::refuseCheckOptions() {
    const auto given = m_plan.options.buildArgs.find("BUILDKIT_DOCKERFILE_CHECK");
    if (given == m_plan.options.buildArgs.end())
        return;
    if (auto fault = dockerfile::checkOptionsFault(given->second, "BUILDKIT_DOCKERFILE_CHECK"))
        m_plan.problems.push_back(m_file.problem(Severity::Error, std::move(*fault), Site{}, {}, -1));
}

void Planner::readInstructions() {
    const dockerfile::SyntaxTree& tree = *m_plan.tree;
    const auto& instructions = tree.instructions();
    m_plan.values.resize(instructions.size());
    m_file.texts.resize(instructions.size());
    std::mutex mistakes;
    constexpr std::size_t kPiece = 2048;
    std::vector<std::vector<From>> froms((instructions.size() + kPiece - 1) / kPiece);
    parallel::eachPiece(instructions.size(), kPiece, [&](std::size_t begin, std::size_t end) {
        const auto values = std::make_shared<std::vector<dockerfile::Value>>();  // one piece of memory, too
        values->reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            const dockerfile::Instruction& instruction = *instructions[i];
            if (isStepKeyword(instruction.keyword) || instruction.keyword == Keyword::From)
                m_file.texts[i] = StepText(instruction);
            auto value = dockerfile::interpret(instruction, tree.lines());
            if (!value) {
                const std::scoped_lock lock(mistakes);
                m_file.mistakes.emplace(i, std::move(value.error()));
                continue;
            }
            m_plan.values[i] = {values, &values->emplace_back(std::move(*value))};
            if (const auto* from = std::get_if<dockerfile::From>(&values->back()))
                froms[begin / kPiece].push_back({i, instruction.firstLine, lowerCase(from->name)});
        }
    });
    for (auto& some : froms)
        std::ranges::move(some, std::back_inserter(m_file.froms));
    m_plan.stages.resize(m_file.froms.size());
    m_file.named.reserve(m_file.froms.size());
    for (std::size_t i = 0; i < m_file.froms.size(); ++i) {
        if (!m_file.froms[i].name.empty())
            m_file.named[m_file.froms[i].name].push_back(static_cast<int>(i));
    }
}

void Planner::readTop() {
    const auto& instructions = m_plan.tree->instructions();
    const std::size_t end = m_file.froms.empty() ? instructions.size() : m_file.froms.front().instruction;
    for (std::size_t i = 0; i < end; ++i) {
        const Site site = m_file.site(i);
        const dockerfile::Value* const value = m_plan.values[i].get();
        if (!value) {
            if (auto mistake = m_file.mistakeAt(site))
                m_plan.problems.push_back(std::move(*mistake));
        } else if (const auto* arg = std::get_if<dockerfile::Arg>(value)) {
            globalArguments(*arg, site);
        } else {
            const dockerfile::Instruction& instruction = *instructions[i];
            m_plan.problems.push_back(
                m_file.problem(Severity::Error,
                               text::say("{} stands before the first FROM; only ARG may.",
                                         originalText(instruction).substr(0, instruction.keywordText.size())),
                               site, instruction.keywordRange, -1));
        }
    }
}

void Planner::globalArguments(const dockerfile::Arg& arg, const Site& site) {
    for (const auto& item : arg.items) {
        const std::string& key = item.name.text;  // it is not expanded
        m_file.globalNames.set(key, {});
        const auto given = m_plan.options.buildArgs.find(key);
        if (given != m_plan.options.buildArgs.end()) {
            m_file.global.set(key, given->second);
        } else if (item.value) {
            const auto value = dockerfile::expandWord(item.value->text, m_file.global.variables(), m_file.escape());
            if (value)
                m_file.global.set(key, value->text);
            else
                m_plan.problems.push_back(
                    m_file.problem(Severity::Error, value.error().message, site, item.value->range, -1));
        }
    }
}

std::vector<Part> Planner::partsOf() const {
    // Some half a second. Then the file has more variables, and more of them unset, than anybody reads about.
    constexpr std::uint64_t kMostEffort = 400'000'000;
    constexpr std::size_t kWorthAThread = 4096;  // instructions
    const std::vector<From>& froms = m_file.froms;
    // A part begins where no stage from there on needs one above it to be worked out first.
    std::vector<bool> mayBegin(froms.size());
    int lowest = static_cast<int>(froms.size());
    for (std::size_t stage = froms.size(); stage-- > 0;) {
        const int index = static_cast<int>(stage);
        const auto& from = std::get<dockerfile::From>(*m_plan.values[froms[stage].instruction]);
        const auto base = dockerfile::expandWord(from.image.text, m_file.global.variables(), m_file.escape());
        const int parent = base ? m_file.stageNamedAbove(index, base->text) : -1;
        const int namesake = m_file.stageNamedFrom(0, froms[stage].name);
        lowest = std::min({lowest, index, parent < 0 ? index : parent, namesake < 0 ? index : namesake});
        mayBegin[stage] = lowest == index;
    }
    std::vector<Part> out;
    for (std::size_t stage = 0; stage < froms.size(); ++stage) {
        const std::size_t begin = froms[stage].instruction;
        if (!out.empty() && (!mayBegin[stage] || begin - out.back().begin < kWorthAThread))
            continue;
        if (!out.empty()) {
            out.back().end = begin;
            out.back().endStage = static_cast<int>(stage);
        }
        out.push_back({.begin = begin,
                       .end = m_plan.values.size(),
                       .firstStage = static_cast<int>(stage),
                       .endStage = static_cast<int>(froms.size())});
    }
    for (Part& part : out)
        part.spellEffort = kMostEffort / out.size();
    return out;
}

void Planner::join(std::vector<Part> parts) {
    std::vector<std::size_t> firstSteps;
    std::size_t steps = 0;
    for (Part& part : parts) {
        firstSteps.push_back(steps);
        steps += part.steps.size();
        for (Forward forward : part.forward) {
            forward.problem += m_plan.problems.size();
            m_forward.push_back(forward);
        }
        std::ranges::move(part.problems, std::back_inserter(m_plan.problems));
        std::ranges::move(part.unset, std::back_inserter(m_plan.unset));
        std::ranges::move(part.expanded, std::back_inserter(m_plan.expanded));
    }
    if (parts.size() == 1) {
        m_plan.steps = std::move(parts.front().steps);
        return;
    }
    m_plan.steps.resize(steps);
    parallel::eachPiece(parts.size(), 1, [&](std::size_t index, std::size_t) {
        Part& part = parts[index];
        const int offset = static_cast<int>(firstSteps[index]);
        const auto move = [offset](int& step) { step += step < 0 ? 0 : offset; };
        for (Step& step : part.steps) {
            move(step.index);
            move(step.parent);
        }
        for (int i = part.firstStage; i < part.endStage; ++i) {
            Stage& stage = m_plan.stages[static_cast<std::size_t>(i)];
            std::ranges::for_each(stage.steps, move);
            std::ranges::for_each(stage.history, move, &HistoryItem::step);
        }
        std::ranges::move(part.steps, m_plan.steps.begin() + offset);
        part.steps = {};
    });
}

void Planner::tellCircles() {
    if (m_forward.empty())
        return;
    const std::size_t count = m_plan.stages.size();
    std::vector<std::vector<int>> uses(count);
    for (const Step& step : m_plan.steps)
        if (!step.onbuild)
            std::ranges::copy(step.dependsOn, std::back_inserter(uses[static_cast<std::size_t>(step.stage)]));
    for (const Forward& forward : m_forward)
        uses[static_cast<std::size_t>(forward.from)].push_back(forward.to);
    enum class Mark : std::uint8_t { New, OnPath, Done };
    std::vector<Mark> marks(count, Mark::New);
    struct Visit {
        int stage;
        std::size_t next = 0;
    };
    for (std::size_t first = 0; first < count; ++first) {
        std::vector<Visit> path;
        if (marks[first] == Mark::New)
            path.push_back({static_cast<int>(first)});
        while (!path.empty()) {
            auto& [stage, next] = path.back();
            const auto at = static_cast<std::size_t>(stage);
            marks[at] = Mark::OnPath;
            if (next == uses[at].size()) {
                marks[at] = Mark::Done;
                path.pop_back();
                continue;
            }
            const int used = uses[at][next++];
            const Mark mark = marks[static_cast<std::size_t>(used)];
            if (mark == Mark::New)
                path.push_back({used});
            if (mark != Mark::OnPath)
                continue;
            std::vector<bool> circle(count, false);
            for (auto each = std::ranges::find(path, used, &Visit::stage); each != path.end(); ++each)
                circle[static_cast<std::size_t>(each->stage)] = true;
            for (const Forward& forward : m_forward)
                if (circle[static_cast<std::size_t>(forward.from)] && circle[static_cast<std::size_t>(forward.to)])
                    m_plan.problems[forward.problem].stage = -1;
            return;
        }
    }
}

void Planner::tellWhereThereIsNoStage() {
    if (!m_plan.stages.empty() || !m_plan.problems.empty())
        return;
    m_plan.problems.push_back(m_file.problem(
        Severity::Error,
        m_plan.tree->instructions().empty()
            ? text::say("The Dockerfile is empty. It needs at least a FROM, which names the image to start from.")
            : text::say("The Dockerfile has no FROM. It names the image to start from, and everything but ARG comes "
                        "after it."),
        Site{}, {}, -1));
}

void Planner::chooseTarget() {
    if (m_plan.stages.empty())
        return;
    const std::string& wanted = m_plan.options.target;
    if (wanted.empty()) {
        m_plan.target = static_cast<int>(m_plan.stages.size()) - 1;
        return;
    }
    if (const Stage* found = m_plan.stageNamed(wanted)) {
        m_plan.target = found->index;
        return;
    }
    // What can't be read may be what hides it, and is to be mended first.
    const auto isOfFrom = [this](const auto& mistake) {
        return m_plan.tree->instructions()[mistake.first]->keyword == Keyword::From;
    };
    if (!m_file.diagnosed.empty() || std::ranges::any_of(m_file.mistakes, isOfFrom))
        return;
    std::string names;
    for (const Stage& each : m_plan.stages)
        names += (names.empty() ? "" : ", ") + (each.name.empty() ? std::to_string(each.index) : each.name);
    m_plan.problems.push_back(m_file.problem(
        Severity::Error, text::say("There is no stage {} to build. Stages: {}.", wanted, names), Site{}, {}, -1));
}

}  // namespace slipway::plan
