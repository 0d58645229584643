// Instructions that make layers, and how steps are named: COPY, ADD, WORKDIR; RUN is in stage_planner_run.cpp.
#include "plan/mode.h"
#include "plan/stage_planner.h"
#include "plan/step_text.h"
#include "text/say.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <iterator>

namespace slipway::plan {

namespace {

/// All that are there more than once, and a few others: of many steps, that leaves little to sort.
std::vector<std::uint64_t> likelyRepeated(std::span<const std::uint64_t> prints) {
    std::vector<std::uint8_t> counts(std::bit_ceil(8 * prints.size() + 1));
    const auto countOf = [&](std::uint64_t print) -> std::uint8_t& {
        return counts[(print ^ print >> 32) & (counts.size() - 1)];
    };
    for (const std::uint64_t print : prints)
        countOf(print) = countOf(print) == 0 ? 1 : 2;
    std::vector<std::uint64_t> out;
    std::ranges::copy_if(prints, std::back_inserter(out), [&](std::uint64_t print) { return countOf(print) > 1; });
    return out;
}

}  // namespace

StepText StagePlanner::textOf(const Site& site) {
    return site.onbuild ? StepText(*site.instruction) : std::move(m_file.texts[site.index]);
}

void StagePlanner::nameStep(Step& step, std::uint32_t print, const Site& site) {
    std::string kind = stage().name.empty() ? std::to_string(stage().index) : stage().name;
    ((kind += ':') += lowerCase(site.instruction->keywordText)) += site.onbuild ? "^" : "";
    StageState& first = stateOf(state().namesake);
    const std::size_t slot =
        2 * static_cast<std::size_t>(site.instruction->keyword) + static_cast<std::size_t>(site.onbuild ? 1 : 0);
    m_prints.push_back((static_cast<std::uint64_t>(state().namesake) * first.steps.size() + slot) << 32 | print);
    step.id.reserve(kind.size() + 1 + 8);
    (step.id += kind) += ':';
    for (unsigned shift = 32; shift > 0;)
        step.id += "0123456789abcdef"[print >> (shift -= 4) & 15];
    step.position = std::move(kind);
    (step.position += '#') += std::to_string(++first.steps[slot]);
}

/// The second of a kind that say the same is "…-2".
void StagePlanner::tellIdenticalStepsApart() {
    std::vector<std::uint64_t> repeated = likelyRepeated(m_prints);
    std::ranges::sort(repeated);
    // One of each that stands there more than once.
    auto end = repeated.begin();
    for (auto each = repeated.begin(); each != repeated.end();) {
        const auto next = std::find_if(each, repeated.end(), [&](std::uint64_t other) { return other != *each; });
        if (next - each > 1)
            *end++ = *each;
        each = next;
    }
    repeated.erase(end, repeated.end());
    std::vector<std::size_t> seen(repeated.size());
    for (std::size_t i = 0; i < m_prints.size() && !repeated.empty(); ++i) {
        const auto found = std::ranges::lower_bound(repeated, m_prints[i]);
        if (found == repeated.end() || *found != m_prints[i])
            continue;
        if (const std::size_t count = ++seen[static_cast<std::size_t>(found - repeated.begin())]; count > 1)
            (m_part.steps[i].id += '-') += std::to_string(count);
    }
}

template <class Kind>
int StagePlanner::addStep(Kind operation, StepText text, const Site& site) {
    Step& step = m_part.steps.emplace_back();
    step.stage = m_stage;
    step.number = ++state().number;
    step.index = static_cast<int>(m_part.steps.size()) - 1;
    step.name = std::move(text.text);
    step.range = site.range;
    step.line = site.line;
    step.endLine = site.endLine;
    step.onbuild = site.onbuild;
    step.parent = state().lastStep;
    step.variables = m_used;
    step.known = stage().known;

    nameStep(step, text.print, site);

    const auto depend = [&](const Origin& origin) {
        if (const auto* from = std::get_if<FromStage>(&origin))
            step.dependsOn.push_back(from->stage);
    };
    if constexpr (std::is_same_v<Kind, CopyOperation>)
        depend(operation.origin);
    if constexpr (std::is_same_v<Kind, RunOperation>)
        for (const auto& mount : operation.mounts)
            depend(mount.origin);
    step.operation = std::move(operation);
    if (step.dependsOn.size() > 1) {
        std::vector<int>& stages = step.dependsOn.values();
        std::ranges::sort(stages);
        stages.erase(std::ranges::unique(stages).begin(), stages.end());
    }
    stage().dependsOn.insert(stage().dependsOn.end(), step.dependsOn.begin(), step.dependsOn.end());

    stage().steps.push_back(step.index);
    state().lastStep = step.index;
    return state().lastStep;
}
template int StagePlanner::addStep(ImageOperation operation, StepText text, const Site& site);
template int StagePlanner::addStep(RunOperation operation, StepText text, const Site& site);

std::string StagePlanner::stepName(const std::string& text) const {
    if (!isExpanded(text, escape()))
        return text;
    const auto expanded = dockerfile::expandWord(text, state().environment.variables(), escape());
    return expanded ? expanded->text : text;
}

std::optional<Origin> StagePlanner::originOf(const std::string& from, std::string_view what, bool numbers,
                                             const Site& site, text::Range range) {
    const std::string shown = std::string(what) + from;
    // BuildKit looks at those of all stages before it builds one; at what ONBUILD brings, where it is reached.
    const auto refuse = [&](const std::string& message) {
        problem(dockerfile::Severity::Error, message, site, range, site.onbuild ? m_stage : -1);
    };
    const auto plain = dockerfile::expandWord(
        from, [](std::string_view) { return std::optional<std::string>{}; }, escape());
    if (!plain || plain->text != from) {
        refuse(
            text::say("{}: variables don't work here. Name a stage, made with `FROM $NAME AS stage` from an ARG "
                      "above the first FROM.",
                      shown));
        return {};
    }
    const auto below = [&](std::size_t index) {
        if (static_cast<int>(index) == m_stage) {
            refuse(text::say("{} names the stage it stands in; only stages above can be used.", shown));
            return std::optional<Origin>{};
        }
        error(text::say("{} names a stage that stands below, at line {}; only stages above can be used. Move it up.",
                        shown, m_file.froms[index].line),
              site, range);
        if (!site.onbuild)
            m_part.forward.push_back({m_stage, static_cast<int>(index), m_part.problems.size() - 1});
        return std::optional<Origin>{};
    };
    int number = 0;
    const auto [end, bad] = std::from_chars(from.data(), from.data() + from.size(), number);
    if (numbers && bad == std::errc{} && end == from.data() + from.size()) {
        if (number >= 0 && number < m_stage)
            return FromStage{number};
        if (number >= 0 && static_cast<std::size_t>(number) < m_file.froms.size())
            return below(static_cast<std::size_t>(number));
        refuse(text::say("{}: there is no stage with that number.", shown));
        return {};
    }
    // Of several stages with the name the last one of the file is meant.
    const std::string name = lowerCase(from);
    if (const int later = m_file.stageNamedFrom(m_stage, name); later >= 0)
        return below(static_cast<std::size_t>(later));
    if (const int above = m_file.stageNamedAbove(m_stage, name); above >= 0)
        return FromStage{above};
    if (from == "scratch")
        return FromScratch{};
    if (const auto reference = image::Reference::parse(from); !reference) {
        refuse(shown + ": " + reference.error().message);
        m_part.problems.back().code = reference.error().code;
        return {};
    }
    return FromImage{from};
}

void StagePlanner::apply(const dockerfile::Copy& copy, const Site& site) {
    CopyOperation operation;
    operation.add = copy.add;
    operation.link = copy.link;
    operation.parents = copy.parents;
    operation.unpack = copy.unpack;
    bool good = true, readable = true;
    const auto word = [&](const dockerfile::Word& each) {
        auto text = expand(each.text, site, each.range);
        readable = readable && text.has_value() && !isOpen(each.text);
        good = good && text.has_value();
        return text.value_or(each.text);
    };
    const auto path = [&](const dockerfile::Word& each) {
        std::string text = word(each);
        keepWord(each, text, site);
        return text;
    };
    operation.sources.reserve(copy.sources.size());
    for (const dockerfile::Word& source : copy.sources) {
        operation.sources.push_back(path(source));
        if (!isRemote(operation.sources.back()))
            continue;
        good = false;
        if (copy.add)
            refuse(remoteRefusal(source), site);
        else
            error(text::say("COPY takes no URL: {} needs ADD.", operation.sources.back()), site, source.range);
    }
    for (const dockerfile::Heredoc& heredoc : copy.heredocs) {
        std::string content = heredoc.consumed();
        if (heredoc.expand) {
            auto expanded = dockerfile::expandDocument(content, state().environment.variables());
            if (expanded) {
                content = std::move(expanded->text);
                noteUnset(expanded->unset, state().environment, state().declared, site, heredoc.openRange, false);
            } else if (stage().known) {
                error(expanded.error().message, site, heredoc.bodyRange);
            } else if (const auto any = dockerfile::expandDocument(content, anyValue); !any) {
                error(any.error().message, site, heredoc.bodyRange);
            }
        }
        operation.files.push_back({heredoc.name, std::move(content)});
    }
    const std::string destination = path(copy.destination);
    operation.destination = joinPath(stage().config.workingDir, destination, true);
    if (copy.chown) {
        operation.chown = word(*copy.chown);
        if (!site.onbuild)
            operation.chownAt = m_file.plan.tree->lines().position(copy.chown->range.begin);
    }
    if (copy.chmod) {
        operation.chmod = word(*copy.chmod);
        // What an unresolved base leaves empty may be a mode yet.
        const auto mode = ModeChange::parse(operation.chmod);
        if (!mode && !operation.chmod.empty() && (stage().known || !isExpanded(copy.chmod->text, escape())))
            error(mode.error().message, site, copy.chmod->range);
    }
    if (copy.checksum) {
        const std::string checksum = word(*copy.checksum);
        if (const auto refusal = checksumRefusal(*copy.checksum, checksum, operation.sources, readable))
            refuse(*refusal, site);
    }
    for (const dockerfile::Word& pattern : copy.exclude)
        operation.exclude.push_back(word(pattern));
    if (copy.from) {
        if (const auto origin = originOf(copy.from->text, "COPY --from=", true, site, copy.from->range))
            operation.origin = *origin;
        else
            good = false;
    }

    std::string createdBy = copy.add ? "ADD" : "COPY";
    if (copy.parents)
        createdBy += " --parents";
    if (!operation.chown.empty())
        createdBy += " --chown=" + operation.chown;
    if (!operation.chmod.empty())
        createdBy += " --chmod=" + operation.chmod;
    for (const std::string& source : operation.sources)
        createdBy += ' ' + source;
    for (const auto& file : operation.files)
        createdBy += " <<" + file.name;
    createdBy += ' ' + destination + " # buildkit";
    StepText text = textOf(site);
    text.text = stepName(text.text);
    const int step = addStep(std::move(operation), std::move(text), site);
    if (!good)
        m_part.steps.back().known = false;
    remember(std::move(createdBy), site, step);
}

void StagePlanner::apply(const dockerfile::Workdir& workdir, const Site& site) {
    const auto path = expand(workdir.path.text, site, workdir.path.range);
    if (!path)
        return;
    keepWord(workdir.path, *path, site);
    // As docker build has it, an absolute path stands in the image as it is written; an empty one is the one that is
    // set.
    std::string& now = stage().config.workingDir;
    now = path->starts_with('/') ? *path : joinPath(now, *path);
    int step = -1;
    if (now != "/") {
        StepText text = textOf(site);
        text.text = stepName(text.text);
        step = addStep(WorkdirOperation{joinPath("/", now), stage().config.user}, std::move(text), site);
    }
    remember("WORKDIR " + now, site, step);
}

}  // namespace slipway::plan
