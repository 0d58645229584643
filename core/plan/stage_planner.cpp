#include "plan/stage_planner.h"

#include "plan/step_text.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::plan {

using dockerfile::Severity;

namespace {

constexpr const char* kDefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

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

}  // namespace

std::optional<std::string> anyValue(std::string_view) { return "x"; }

StagePlanner::StagePlanner(Reading& file, Part& part, std::span<Stage> stages)
    : m_file(file), m_part(part), m_stages(stages), m_stage(part.firstStage - 1) {}

void StagePlanner::run() {
    m_part.steps.reserve(m_part.end - m_part.begin);
    for (std::size_t i = m_part.begin; i < m_part.end; ++i)
        instruction(i);
    endStage();
    tellIdenticalStepsApart();
}

// No argument, variable or path of a process can hold one: what follows it would be lost.
std::optional<Problem> StagePlanner::nullByte(const Site& site) const {
    const dockerfile::Instruction& instruction = *site.instruction;
    std::optional<text::Range> found;
    if (const std::size_t at = instruction.arguments.find('\0'); at != std::string::npos)
        found = instruction.sourceRange(at, at + 1);
    else if (instruction.keyword == dockerfile::Keyword::Run)
        for (const dockerfile::Heredoc& heredoc : instruction.heredocs)
            if (heredoc.content.contains('\0'))
                found = heredoc.openRange;
    if (!found)
        return {};
    return m_file.problem(Severity::Error,
                          text::say("A null byte stands here, which no command, variable or path can hold."), site,
                          found, stage().index);
}

void StagePlanner::instruction(std::size_t index) {
    const Site site = m_file.site(index);
    const dockerfile::Value* const value = m_file.plan.values[index].get();
    m_used.clear();
    if (const auto* from = value ? std::get_if<dockerfile::From>(value) : nullptr) {
        beginStage(*from, site);
        return;
    }
    if (isStepKeyword(site.instruction->keyword))
        ++stage().stepCount;
    if (site.instruction->keyword != dockerfile::Keyword::From) {
        stage().range.end = site.range.end;
        stage().endLine = site.endLine;
    }
    auto mistake = nullByte(site);
    if (!mistake && value)
        dispatch(*value, site);
    else if (!mistake)
        mistake = m_file.mistakeAt(site);
    if (mistake)
        m_part.problems.push_back(std::move(*mistake));
}

void StagePlanner::beginStage(const dockerfile::From& from, const Site& site) {
    endStage();
    const int index = ++m_stage;
    m_states.emplace_back();
    Stage& now = stage();
    now.index = index;
    now.name = lowerCase(from.name);
    now.displayName = now.name.empty() ? "stage-" + std::to_string(index) : now.name;
    now.range = site.range;
    now.line = site.line;
    now.endLine = site.endLine;
    state().platform = options().platform;
    const int namesake = m_file.stageNamedFrom(0, now.name);
    state().namesake = namesake < 0 ? index : namesake;
    now.history.reserve(8);
    now.steps.reserve(8);
    m_shell.reset();
    m_setting.reset();

    const auto image = dockerfile::expandWord(from.image.text, m_file.global.variables(), escape());
    if (!image)
        problem(Severity::Error, image.error().message, site, from.image.range, -1);
    else
        m_used = image->used;
    noteUnset(image ? image->unset : unsetIn(from.image.text, m_file.global, escape()), m_file.global,
              m_file.globalNames, site, from.image.range, true);
    if (image && image->text.empty())
        problem(Severity::Error,
                text::say("FROM {} names no image: the variable is empty. Give it a default with ARG above the first "
                          "FROM, or a value with --build-arg.",
                          from.image.text),
                site, from.image.range, -1);
    if (from.platform) {
        const auto text = dockerfile::expandWord(from.platform->text, m_file.global.variables(), escape());
        noteUnset(text ? text->unset : unsetIn(from.platform->text, m_file.global, escape()), m_file.global,
                  m_file.globalNames, site, from.platform->range, true);
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
        const Stage& below = m_stages[static_cast<std::size_t>(base->stage)];
        inheritStage(now, below, stateOf(base->stage));
        triggers = below.config.onbuild;
    } else if (std::holds_alternative<FromScratch>(now.base)) {
        now.config.platform = state().platform;
        now.config.workingDir = "/";
    } else if (const Base* known = slipway::plan::baseOf(&m_file.bases, now.base)) {
        inheritImage(now, *known);
        triggers = known->config->onbuild;
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

Origin StagePlanner::baseOf(const std::string& name, Stage& now, const dockerfile::From& from, const Site& site) {
    if (const int above = m_file.stageNamedAbove(now.index, name); above >= 0)
        return FromStage{above};
    if (name == "scratch")
        return FromScratch{};
    const auto reference = image::Reference::parse(name);
    if (!reference) {
        std::string message = reference.error().message;
        if (const std::string lower = lowerCase(name); m_file.stageNamedAbove(now.index, lower) >= 0)
            message = text::say("{}. The stage above is named {}: stage names are in lower case.", message, lower);
        problem(Severity::Error, message, site, from.image.range, -1);  // BuildKit reads the names of all
        m_part.problems.back().code = reference.error().code;
    }
    if (const int later = m_file.stageNamedFrom(now.index + 1, lowerCase(name)); later >= 0)
        problem(Severity::Warning,
                text::say("FROM {} names an image: the stage {} stands below, at line {}, and only stages above can be "
                          "built on.",
                          name, name, m_file.froms[static_cast<std::size_t>(later)].line),
                site, from.image.range, now.index);
    return FromImage{name, state().platform == options().platform ? std::nullopt : std::optional(state().platform)};
}

void StagePlanner::inheritImage(Stage& now, const Base& base) {
    now.config = *base.config;
    now.config.created.clear();
    now.config.diffIds.clear();
    now.config.history.clear();
    if (!now.config.workingDir.empty() && !now.config.workingDir.starts_with('/'))
        now.config.workingDir = joinPath("/", now.config.workingDir);
}

void StagePlanner::inheritStage(Stage& now, const Stage& base, const StageState& inherited) {
    now.config = base.config;
    now.known = base.known;
    state().environment = inherited.environment;
    state().declared = inherited.declared;
    state().platform = inherited.platform;
    state().lastStep = inherited.lastStep;
    now.dependsOn.push_back(base.index);
}

void StagePlanner::runTriggers(const std::vector<std::string>& triggers, const Site& fromSite) {
    for (const std::string& text : triggers) {
        const auto instruction = dockerfile::parseTrigger(text);
        const auto value = instruction ? dockerfile::interpret(**instruction, text::LineIndex(text))
                                       : Result<dockerfile::Value>(std::unexpected(instruction.error()));
        if (!value) {
            error(text::say("The base's ONBUILD {}: {}", text, value.error().message), fromSite);
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

void StagePlanner::endStage() {
    if (m_stage < m_part.firstStage)
        return;
    Stage& done = stage();
    std::ranges::sort(done.dependsOn);
    done.dependsOn.erase(std::ranges::unique(done.dependsOn).begin(), done.dependsOn.end());
}

void StagePlanner::dispatch(const dockerfile::Value& value, const Site& site) {
    for (const Refusal& refusal : refusals(value))
        refuse(refusal, site);
    std::visit([&](const auto& each) { apply(each, site); }, value);
    if (!std::holds_alternative<dockerfile::Run>(value) && !std::holds_alternative<dockerfile::Copy>(value))
        m_setting.reset();
}

std::optional<std::string> StagePlanner::expand(const std::string& text, const Site& site, text::Range range) {
    if (!isExpanded(text, escape()))
        return text;
    auto expanded = dockerfile::expandWord(text, state().environment.variables(), escape());
    if (!expanded) {
        noteUnset(unsetIn(text, state().environment, escape()), state().environment, state().declared, site, range,
                  false);
        if (const auto mistake = mistakeIn(text, expanded.error()))
            error(mistake->message, site, range);
        return {};
    }
    noteUnset(expanded->unset, state().environment, state().declared, site, range, false);
    for (std::string& name : expanded->used)
        if (std::ranges::find(m_used, name) == m_used.end())
            m_used.push_back(std::move(name));
    return std::move(expanded->text);
}

std::optional<Error> StagePlanner::mistakeIn(const std::string& text, const Error& error) const {
    if (stage().known)
        return error;
    const auto any = dockerfile::expandWord(text, anyValue, escape());
    return any ? std::nullopt : std::optional(any.error());
}

bool StagePlanner::isOpen(const std::string& word) const {
    return !stage().known && !dockerfile::usedNames(word, escape()).empty();
}

void StagePlanner::keepWord(const dockerfile::Word& word, std::string text, const Site& site) {
    if (site.onbuild || !isExpanded(word.text, escape()))
        return;
    const auto isOpen = [&](const std::string& name) { return !state().environment.has(name); };
    const bool isSet = std::ranges::none_of(dockerfile::usedNames(word.text, escape()), isOpen);
    if (stage().known || isSet)
        m_part.expanded.push_back({word.range, std::move(text), isSet});
}

void StagePlanner::noteUnset(const std::vector<std::string>& names, const Scope& scope, const Scope& declared,
                             const Site& site, text::Range range, bool inFrom) {
    const bool hasPlace = !range.empty() && !site.onbuild;  // what ONBUILD brings is not in the file
    for (const std::string& name : names) {
        // The last two are for BuildKit itself, which never puts them into a stage.
        if (scope.has(name) || declared.has(name) || name == "BUILDKIT_SBOM_SCAN_CONTEXT" ||
            name == "BUILDKIT_SBOM_SCAN_STAGE")
            continue;
        dockerfile::NearestWord nearest(name, dockerfile::Letters::Exact);
        if (m_spelled < m_part.spellEffort) {
            if (inFrom)  // in a stage an ARG without a value is none that could be meant
                declared.lookFor(nearest);
            scope.lookFor(nearest);
            m_spelled += nearest.effort();
        }
        m_part.unset.push_back({name, std::string(nearest.best()), hasPlace ? range : site.range, site.line,
                                site.endLine, m_stage, inFrom});
    }
}

void StagePlanner::problem(Severity severity, std::string message, const Site& site, std::optional<text::Range> range,
                           int stageIndex) {
    m_part.problems.push_back(m_file.problem(severity, std::move(message), site, range, stageIndex));
}

void StagePlanner::error(std::string message, const Site& site, std::optional<text::Range> range) {
    problem(Severity::Error, std::move(message), site, range, m_stage);
}

void StagePlanner::refuse(const Refusal& refusal, const Site& site) {
    error(refusal.message, site, refusal.range);
    m_part.problems.back().code = refusal.code;
}

}  // namespace slipway::plan
