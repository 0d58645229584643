#include "plan/planner.h"

#include "parallel/pieces.h"
#include "plan/step_text.h"

#include <algorithm>
#include <iterator>
#include <mutex>

namespace slipway::plan {

using dockerfile::Keyword;
using dockerfile::Severity;

namespace {

constexpr const char* kDefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// Of one of the tree's instructions.
Site siteOf(const dockerfile::SyntaxTree& tree, std::size_t index) {
    const dockerfile::Instruction& instruction = *tree.instructions()[index];
    const std::size_t column = instruction.range.begin - tree.lines().lineStart(instruction.firstLine) + 1;
    return {.instruction = &instruction,
            .range = instruction.range,
            .where = {instruction.firstLine, static_cast<std::uint32_t>(column)},
            .line = instruction.firstLine,
            .endLine = instruction.lastLine,
            .index = index};
}

/// What a word that can't be expanded uses, and is not set.
std::vector<std::string> unsetIn(const std::string& word, const Scope& scope, char escape) {
    std::vector<std::string> names;
    const auto look = [&](std::string_view name) {
        auto value = scope.get(name);
        if (!value && !std::ranges::contains(names, name))
            names.emplace_back(name);
        return value;
    };
    static_cast<void>(dockerfile::expandWord(word, look, escape));
    return names;
}

bool isStepKeyword(Keyword keyword) {
    return keyword == Keyword::Run || keyword == Keyword::Copy || keyword == Keyword::Add ||
           keyword == Keyword::Workdir;
}

}  // namespace

StepText::StepText(const dockerfile::Instruction& instruction)
    : text(originalText(instruction)), print(fingerprint(instruction, text)) {}

void Planner::run() {
    collectDiagnostics();
    refuseOtherFrontends();
    readInstructions();
    std::string targetStage = m_plan.options.target;
    if (targetStage.empty() && !m_stageNames.empty())
        targetStage = m_stageNames.back().first;
    m_global = platformArguments(m_plan.options.platform, m_plan.options.buildArgs, targetStage);

    const auto& instructions = m_plan.tree->instructions();
    for (std::size_t i = 0; i < instructions.size(); ++i) {
        const dockerfile::Instruction& instruction = *instructions[i];
        const Site site = siteOf(*m_plan.tree, i);
        m_used.clear();
        const bool inStage = !m_plan.stages.empty();
        if (inStage && isStepKeyword(instruction.keyword))
            ++stage().stepCount;
        if (inStage && instruction.keyword != Keyword::From) {
            stage().range.end = instruction.range.end;
            stage().endLine = instruction.lastLine;
        }
        const dockerfile::Value* const value = m_plan.values[i].get();
        if (!value) {
            const Error& mistake = m_mistakes.at(i);
            const auto next = std::ranges::lower_bound(m_diagnosed, site.range.begin);
            if (next != m_diagnosed.end() && *next < std::max(site.range.end, site.range.begin + 1))
                continue;
            problem(Severity::Error, mistake.message, site, {}, -1);
            if (mistake.where)
                m_plan.problems.back().where = *mistake.where;
            continue;
        }
        if (const auto* from = std::get_if<dockerfile::From>(value))
            beginStage(*from, site);
        else if (inStage)
            dispatch(*value, site);
        else if (const auto* arg = std::get_if<dockerfile::Arg>(value))
            globalArguments(*arg, site);
        else
            problem(Severity::Error,
                    originalText(instruction).substr(0, instruction.keywordText.size()) +
                        " stands before the first FROM; only ARG may.",
                    site, instruction.keywordRange, -1);
    }
    endStage();
    tellCircles();
    tellIdenticalStepsApart();
    if (m_plan.stages.empty() && m_plan.problems.empty()) {
        Site top;
        problem(Severity::Error,
                instructions.empty()
                    ? "The Dockerfile is empty. It needs at least a FROM, which names the image to start from."
                    : "The Dockerfile has no FROM. It names the image to start from, and everything but ARG comes "
                      "after it.",
                top, {}, -1);
    }
    chooseTarget();
    markReached(m_plan);
    collectImages(m_plan);
    std::ranges::stable_sort(m_plan.problems, {}, [](const Problem& p) { return p.where; });
}

void Planner::readInstructions() {
    const dockerfile::SyntaxTree& tree = *m_plan.tree;
    const auto& instructions = tree.instructions();
    m_plan.values.resize(instructions.size());
    m_texts.resize(instructions.size());
    std::mutex mistakes;
    constexpr std::size_t kPiece = 2048;
    struct Piece {
        std::size_t steps = 0;
        std::vector<std::pair<std::string, std::uint32_t>> stageNames;
    };
    std::vector<Piece> pieces((instructions.size() + kPiece - 1) / kPiece);
    parallel::eachPiece(instructions.size(), kPiece, [&](std::size_t begin, std::size_t end) {
        Piece& piece = pieces[begin / kPiece];
        const auto values = std::make_shared<std::vector<dockerfile::Value>>();  // one piece of memory, too
        values->reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            const dockerfile::Instruction& instruction = *instructions[i];
            piece.steps += isStepKeyword(instruction.keyword) ? 1 : 0;
            if (isStepKeyword(instruction.keyword) || instruction.keyword == Keyword::From)
                m_texts[i] = StepText(instruction);
            auto value = dockerfile::interpret(instruction, tree.lines(), tree.escape());
            if (!value) {
                const std::scoped_lock lock(mistakes);
                m_mistakes.emplace(i, std::move(value.error()));
                continue;
            }
            m_plan.values[i] = {values, &values->emplace_back(std::move(*value))};
            if (const auto* from = std::get_if<dockerfile::From>(&values->back()))
                piece.stageNames.emplace_back(lowerCase(from->name), instruction.firstLine);
        }
    });
    std::size_t steps = 0;
    for (Piece& piece : pieces) {
        steps += piece.steps;
        std::ranges::move(piece.stageNames, std::back_inserter(m_stageNames));
    }
    m_plan.stages.reserve(m_stageNames.size());
    m_states.reserve(m_stageNames.size());
    m_plan.steps.reserve(steps + m_stageNames.size());
    for (std::size_t i = 0; i < m_stageNames.size(); ++i) {
        if (!m_stageNames[i].first.empty())
            m_named[m_stageNames[i].first].push_back(static_cast<int>(i));
    }
}

void Planner::collectDiagnostics() {
    for (const dockerfile::Diagnostic& diagnostic : m_plan.tree->diagnostics()) {
        m_plan.problems.push_back({diagnostic.severity, diagnostic.message, diagnostic.range,
                                   m_plan.tree->lines().position(diagnostic.range.begin), -1});
        if (diagnostic.severity == Severity::Error)
            m_diagnosed.push_back(diagnostic.range.begin);
    }
    std::ranges::sort(m_diagnosed);
}

void Planner::refuseOtherFrontends() {
    for (const dockerfile::Directive& directive : m_plan.tree->directives()) {
        if (directive.name != "syntax" || directive.value.empty() || isOwnFrontend(directive.value))
            continue;
        m_plan.problems.push_back(
            {Severity::Error,
             "The frontend " + directive.value +
                 " is not the Dockerfile language that Slipway builds; `docker buildx build` runs other frontends.",
             directive.range, m_plan.tree->lines().position(directive.range.begin), -1});
    }
}

void Planner::globalArguments(const dockerfile::Arg& arg, const Site& site) {
    for (const auto& item : arg.items) {
        const std::string& key = item.name.text;  // it is not expanded
        m_globalNames.set(key, {});
        const auto given = m_plan.options.buildArgs.find(key);
        if (given != m_plan.options.buildArgs.end()) {
            m_global.set(key, given->second);
        } else if (item.value) {
            const auto value = dockerfile::expandWord(item.value->text, m_global.variables(), escape());
            if (value)
                m_global.set(key, value->text);
            else
                problem(Severity::Error, value.error().message, site, item.value->range, -1);
        }
    }
}

void Planner::beginStage(const dockerfile::From& from, const Site& site) {
    endStage();
    const int index = static_cast<int>(m_plan.stages.size());
    m_plan.stages.emplace_back();
    m_states.emplace_back();
    Stage& now = stage();
    now.index = index;
    now.name = lowerCase(from.name);
    now.displayName = now.name.empty() ? "stage-" + std::to_string(index) : now.name;
    now.range = site.range;
    now.line = site.line;
    now.endLine = site.endLine;
    state().platform = m_plan.options.platform;
    const auto named = m_named.find(now.name);
    state().namesake = named == m_named.end() ? index : named->second.front();
    now.history.reserve(8);
    m_shell.reset();
    m_declared.reset();

    const auto image = dockerfile::expandWord(from.image.text, m_global.variables(), escape());
    if (!image)
        problem(Severity::Error, image.error().message, site, from.image.range, -1);
    else
        m_used = image->used;
    noteUnset(image ? image->unset : unsetIn(from.image.text, m_global, escape()), m_global, m_globalNames, site,
              from.image.range, true);
    if (image && image->text.empty())
        problem(Severity::Error,
                "FROM " + from.image.text +
                    " names no image: the variable is empty. Give it a default with ARG above the first FROM, or a "
                    "value with --build-arg.",
                site, from.image.range, -1);
    if (from.platform) {
        const auto text = dockerfile::expandWord(from.platform->text, m_global.variables(), escape());
        noteUnset(text ? text->unset : unsetIn(from.platform->text, m_global, escape()), m_global, m_globalNames, site,
                  from.platform->range, true);
        const auto platform =
            text ? image::Platform::parse(text->text) : Result<image::Platform>(std::unexpected(text.error()));
        if (!platform)
            problem(Severity::Error, platform.error().message, site, from.platform->range, -1);
        else
            state().platform = *platform;
    }
    if (!image || image->text.empty()) {
        now.known = false;
        now.config.platform = state().platform;
        return;
    }
    now.base = baseOf(image->text, now, from, site);
    std::vector<std::string> triggers;
    if (const auto* base = std::get_if<FromStage>(&now.base)) {
        const auto at = static_cast<std::size_t>(base->stage);
        inheritStage(now, m_plan.stages[at], m_states[at]);
        triggers = m_plan.stages[at].config.onbuild;
    } else if (std::holds_alternative<FromScratch>(now.base)) {
        now.config.platform = state().platform;
        now.config.workingDir = "/";
    } else if (const auto known = m_bases.find(image->text); known != m_bases.end() && known->second.config) {
        inheritImage(now, known->second);
        triggers = known->second.config->onbuild;
    } else {
        now.known = false;
        now.config.platform = state().platform;
    }
    if (!now.config.environment("PATH"))
        now.config.env.push_back(std::string("PATH=") + kDefaultPath);
    for (const std::string& entry : now.config.env) {
        const std::size_t equals = entry.find('=');
        const std::string_view text = entry;
        state().environment.set(text.substr(0, equals), equals == std::string::npos ? "" : text.substr(equals + 1));
    }
    if (std::holds_alternative<FromImage>(now.base)) {
        ++now.stepCount;
        const auto reference = image::Reference::parse(image->text);
        StepText text = textOf(site);
        text.text = "FROM " + (reference ? reference->toString() : image->text);
        addStep(ImageOperation{image->text, state().platform}, std::move(text), site);
    }
    now.config.onbuild.clear();
    runTriggers(triggers, site);
}

Origin Planner::baseOf(const std::string& name, Stage& now, const dockerfile::From& from, const Site& site) {
    if (const auto earlier = m_byName.find(name); earlier != m_byName.end())
        return FromStage{earlier->second};
    if (name == "scratch")
        return FromScratch{};
    const auto reference = image::Reference::parse(name);
    if (!reference) {
        std::string message = reference.error().message;
        if (const auto earlier = m_byName.find(lowerCase(name)); earlier != m_byName.end())
            message += ". The stage above is named " + earlier->first + ": stage names are in lower case.";
        problem(Severity::Error, message, site, from.image.range, -1);  // BuildKit reads the names of all
    }
    if (const int later = stageNamedFrom(now.index + 1, lowerCase(name)); later >= 0)
        problem(Severity::Warning,
                "FROM " + name + " names an image: the stage " + name + " stands below, at line " +
                    std::to_string(m_stageNames[static_cast<std::size_t>(later)].second) +
                    ", and only stages above can be built on.",
                site, from.image.range, now.index);
    return FromImage{name};
}

int Planner::stageNamedFrom(int index, const std::string& name) const {
    const auto named = m_named.find(name);
    if (named == m_named.end())
        return -1;
    const auto found = std::ranges::lower_bound(named->second, index);
    return found == named->second.end() ? -1 : *found;
}

void Planner::inheritImage(Stage& now, const Base& base) {
    now.config = *base.config;
    now.config.created.clear();
    now.config.diffIds.clear();
    now.config.history.clear();
    if (!now.config.workingDir.empty())
        now.config.workingDir = joinPath("/", now.config.workingDir);
}

void Planner::inheritStage(Stage& now, const Stage& base, const StageState& inherited) {
    now.config = base.config;
    now.known = base.known;
    state().environment = inherited.environment;
    state().declared = inherited.declared;
    state().platform = inherited.platform;
    state().lastStep = inherited.lastStep;
    now.dependsOn.push_back(base.index);
}

void Planner::runTriggers(const std::vector<std::string>& triggers, const Site& fromSite) {
    for (const std::string& text : triggers) {
        const auto instruction = dockerfile::parseTrigger(text);
        const auto value = instruction ? dockerfile::interpret(**instruction, text::LineIndex(text), '\\')
                                       : Result<dockerfile::Value>(std::unexpected(instruction.error()));
        if (!value) {
            error("The base's ONBUILD " + text + ": " + value.error().message, fromSite);
            continue;
        }
        Site site = fromSite;
        site.instruction = instruction->get();
        site.onbuild = true;
        if (isStepKeyword((*instruction)->keyword))
            ++stage().stepCount;
        m_used.clear();
        dispatch(*value, site);
    }
}

void Planner::endStage() {
    if (m_plan.stages.empty())
        return;
    Stage& done = stage();
    std::ranges::sort(done.dependsOn);
    done.dependsOn.erase(std::ranges::unique(done.dependsOn).begin(), done.dependsOn.end());
    if (!done.name.empty())
        m_byName[done.name] = done.index;
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
    std::string names;
    for (const Stage& each : m_plan.stages)
        names += (names.empty() ? "" : ", ") + (each.name.empty() ? std::to_string(each.index) : each.name);
    problem(Severity::Error, "There is no stage " + wanted + " to build. Stages: " + names + '.', Site{}, {}, -1);
}

void Planner::dispatch(const dockerfile::Value& value, const Site& site) {
    for (const auto& [message, range] : refusals(value))
        error(message, site, range.empty() ? std::nullopt : std::optional(range));
    std::visit([&](const auto& each) { apply(each, site); }, value);
}

std::optional<std::string> Planner::expand(const std::string& text, const Site& site, text::Range range) {
    if (!isExpanded(text, escape()))
        return text;
    auto expanded = dockerfile::expandWord(text, state().environment.variables(), escape());
    if (!expanded) {
        noteUnset(unsetIn(text, state().environment, escape()), state().environment, state().declared, site, range,
                  false);
        // What an unresolved base sets is unknown: `${X:?}` may well be satisfied.
        if (stage().known)
            error(expanded.error().message, site, range);
        return {};
    }
    noteUnset(expanded->unset, state().environment, state().declared, site, range, false);
    for (std::string& name : expanded->used)
        if (std::ranges::find(m_used, name) == m_used.end())
            m_used.push_back(std::move(name));
    return std::move(expanded->text);
}

void Planner::keepWord(const dockerfile::Word& word, std::string text, const Site& site) {
    if (site.onbuild || !isExpanded(word.text, escape()))
        return;
    const auto isOpen = [&](const std::string& name) { return !state().environment.has(name); };
    const bool isSet = std::ranges::none_of(dockerfile::usedNames(word.text, escape()), isOpen);
    if (stage().known || isSet)
        m_plan.expanded.push_back({word.range, std::move(text), isSet});
}

void Planner::noteUnset(const std::vector<std::string>& names, const Scope& scope, const Scope& declared,
                        const Site& site, text::Range range, bool inFrom) {
    // Some half a second. Then the file has more variables, and more of them unset, than anybody reads about.
    constexpr std::uint64_t kMostEffort = 400'000'000;
    if (site.onbuild)
        return;
    for (const std::string& name : names) {
        // The last two are for BuildKit itself, which never puts them into a stage.
        if (scope.has(name) || declared.has(name) || name == "BUILDKIT_SBOM_SCAN_CONTEXT" ||
            name == "BUILDKIT_SBOM_SCAN_STAGE")
            continue;
        dockerfile::NearestWord nearest(name, dockerfile::Letters::Exact);
        if (m_spellEffort < kMostEffort) {
            if (inFrom)  // in a stage an ARG without a value is none that could be meant
                declared.lookFor(nearest);
            scope.lookFor(nearest);
            m_spellEffort += nearest.effort();
        }
        m_plan.unset.push_back({name, std::string(nearest.best()), range.empty() ? site.range : range, site.line,
                                site.endLine, stageIndex(), inFrom});
    }
}

void Planner::problem(Severity severity, std::string message, const Site& site, std::optional<text::Range> range,
                      int stageIndex) {
    Problem out{severity, std::move(message), site.range, site.where, stageIndex};
    if (range && !range->empty() && !site.onbuild) {
        out.range = *range;
        out.where = m_plan.tree->lines().position(range->begin);
    }
    if (site.onbuild)
        out.message = "ONBUILD " + originalText(*site.instruction) + " of the base: " + out.message;
    m_plan.problems.push_back(std::move(out));
}

void Planner::error(std::string message, const Site& site, std::optional<text::Range> range) {
    problem(Severity::Error, std::move(message), site, range, stageIndex());
}

}  // namespace slipway::plan
