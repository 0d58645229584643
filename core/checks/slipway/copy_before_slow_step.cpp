#include "checks/mending.h"
#include "checks/slipway/lone_installs.h"
#include "checks/slipway/waiting_copies.h"
#include "plan/step_text.h"
#include "text/quantity.h"
#include "text/say.h"

#include <algorithm>
#include <span>
#include <utility>

namespace slipway::checks::copy_before_slow_step {

using namespace hadolint;

namespace {

/// Shorter steps aren't worth another order.
constexpr std::int64_t kSlowMs = 2000;

/// Variables that name the folder of an application, and tell no package manager what to do.
bool isOfApplications(std::string_view variable) {
    return isOneOf(variable.substr(0, variable.find('=')), {"PATH", "PYTHONPATH", "NODE_PATH", "APP_HOME", "APP_DIR",
                                                            "APP_PATH", "APP_ROOT", "APP", "WORKDIR"});
}

/// "a, b and c"
std::string listOf(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) {
        if (out.empty()) {
            out = name;
        } else if (&name == &names.back()) {
            out = text::say("{} and {}", out, name);
        } else {
            out += ", " + name;
        }
    }
    return out;
}

/// What is to be said of a COPY that comes too early for a step.
std::string words(const Waiting& copy, const plan::Step& step, const Manifests& manifests,
                  std::optional<std::int64_t> took) {
    const std::string_view keyword = copy.copy().add ? "ADD" : "COPY";
    const std::string names = copy.brings == Brings::All ? listOf(manifests.names) : std::string();
    if (took && !names.empty()) {
        return text::say(
            "Each change of these files runs line {} again, some {}, and it needs only {} of them: copy that alone "
            "above it, and put this {} below it",
            step.line, text::durationText(*took), names, keyword);
    }
    if (took) {
        return text::say(
            "Each change of these files runs line {} again, some {}, and it needs none of them: put this {} below it",
            step.line, text::durationText(*took), keyword);
    }
    if (!names.empty()) {
        return text::say(
            "Each change of these files runs line {} again, and it needs only {} of them: copy that alone above it, "
            "and put this {} below it",
            step.line, names, keyword);
    }
    return text::say("Each change of these files runs line {} again, and it needs none of them: put this {} below it",
                     step.line, keyword);
}

bool isNamedIn(const Waiting& copy, const RunScript& script, const plan::RunOperation& run) {
    return std::ranges::any_of(script.commands(),
                               [&](const shell::Invocation& command) {
                                   return std::ranges::any_of(command.words(), [&](const shell::Word& word) {
                                       return copy.isNamedIn(word.value);
                                   });
                               }) ||
           std::ranges::any_of(*run.setting->environment, [&](std::string_view variable) {
               return !isOfApplications(variable) && copy.destination != "/" && variable.contains(copy.destination);
           });
}

/// Goes down a stage with the COPYs that no step has needed so far.
class Walk {
public:
    /// It keeps the COPYs that are reported for one step.
    Walk(const Subject& subject, Report& report, const plan::Step* step = nullptr)
        : m_subject(subject), m_report(report), m_step(step) {}

    /// Steps of a stage, in order; before the first of them no COPY waits.
    void steps(std::span<const int> indices) {
        m_waiting.clear();
        for (const int index : indices) {
            const plan::Step& step = m_subject.plan.steps[static_cast<std::size_t>(index)];
            if (const auto* copy = std::get_if<plan::CopyOperation>(&step.operation)) {
                if (auto its = waiting(step, *copy)) {
                    m_waiting.push_back(std::move(*its));
                }
            } else if (const auto* run = std::get_if<plan::RunOperation>(&step.operation)) {
                see(step, *run);
            }
        }
    }

    /// No COPY above the step waits any longer below it.
    [[nodiscard]] bool endsWaiting(const plan::Step& step) const {
        const auto* run = std::get_if<plan::RunOperation>(&step.operation);
        return run && (!installAt(step, *run) || isSlow(durationOf(step)));
    }

    /// COPYs that were reported for the step.
    [[nodiscard]] std::vector<Waiting> late() && { return std::move(m_late); }

private:
    void see(const plan::Step& step, const plan::RunOperation& run) {
        if (m_waiting.empty()) {
            return;
        }
        const auto install = installAt(step, run);
        if (!install) {
            m_waiting.clear();  // it may need any of them, and what is below may need it
            return;
        }
        const auto& [line, manifests] = *install;
        std::erase_if(m_waiting, [&](const Waiting& copy) { return isNamedIn(copy, *line->script, run); });
        if (!manifests.empty()) {
            leaveNeeded(manifests, run);
        }
        const std::optional<std::int64_t> took = durationOf(step);
        if (!isSlow(took)) {
            std::erase_if(m_waiting, [](const Waiting& copy) { return copy.brings == Brings::All; });
            return;
        }
        for (const Waiting& copy : m_waiting) {
            m_report.add({.message = words(copy, step, manifests, took),
                          .range = copy.step->range,
                          .line = copy.step->line,
                          .endLine = copy.step->endLine,
                          .stage = copy.step->stage,
                          .related = step.range});
        }
        if (&step == m_step) {
            m_late = std::move(m_waiting);
        }
        m_waiting.clear();
    }

    /// Of the COPYs above a step, those that bring what it reads and nothing else wait no longer.
    void leaveNeeded(const Manifests& manifests, const plan::RunOperation& run) {
        for (Waiting& copy : m_waiting) {
            for (const std::string& source : copy.copy().sources) {
                copy.brings = std::max(copy.brings, bringsOf(source, copy.destination, manifests,
                                                             run.setting->workingDir, m_subject.surroundings.context));
            }
        }
        std::erase_if(m_waiting, [](const Waiting& copy) { return copy.brings == Brings::Else; });
    }

    struct InstallStep {
        const Line* line;
        Manifests manifests;
    };
    /// A RUN that does nothing but install; nullopt where it may need any of what was copied.
    [[nodiscard]] std::optional<InstallStep> installAt(const plan::Step& step, const plan::RunOperation& run) const {
        const Line* line = step.onbuild ? nullptr : m_subject.lineAt(step.range.begin);
        auto manifests = line && line->script ? installsAlone(*line->script) : std::nullopt;
        const bool isMounted = std::ranges::any_of(run.mounts, [](const plan::RunOperation::Mount& mount) {
            return mount.type == dockerfile::MountType::Bind;
        });
        return manifests && (manifests->empty() || !isMounted) ? std::optional(InstallStep{line, std::move(*manifests)})
                                                               : std::nullopt;
    }
    [[nodiscard]] std::optional<std::int64_t> durationOf(const plan::Step& step) const {
        const plan::Past* past = m_subject.surroundings.past;
        const auto known = past ? past->find(step.id) : plan::Past::const_iterator();
        return past && known != past->end() ? known->second.durationMs : std::optional<std::int64_t>();
    }
    static bool isSlow(std::optional<std::int64_t> took) { return took.value_or(kSlowMs) >= kSlowMs; }

    const Subject& m_subject;
    Report& m_report;
    std::vector<Waiting> m_waiting;
    const plan::Step* m_step;
    std::vector<Waiting> m_late;
};

void findAll(const Subject& subject, Report& report) {
    Walk walk(subject, report);
    for (const plan::Stage& stage : subject.plan.stages) {
        walk.steps(stage.steps);
    }
}

/// May a COPY change places with it? What sets the folder or a variable decides what the COPY means.
bool isPassable(const Line& line) {
    return line.value && (std::holds_alternative<dockerfile::Run>(*line.value) ||
                          std::holds_alternative<dockerfile::Label>(*line.value) ||
                          std::holds_alternative<dockerfile::Expose>(*line.value));
}

/// Its lines with the comments above it.
text::Range linesWithComments(const dockerfile::SyntaxTree& tree, const dockerfile::Instruction& instruction) {
    text::Range lines = wholeLines(tree.text(), instruction.range);
    if (const auto comments = commentsAbove(tree, instruction); !comments.empty()) {
        lines.begin = wholeLines(tree.text(), comments.back()).begin;
    }
    return lines;
}

/// The step that an instruction is; nullptr where it is none.
const plan::Step* stepAt(const plan::BuildPlan& plan, text::Range range) {
    const auto begins = [](const plan::Step& step) { return step.range.begin; };
    for (auto step = std::ranges::lower_bound(plan.steps, range.begin, {}, begins);
         step != plan.steps.end() && step->range == range; ++step) {
        if (!step->onbuild) {
            return &*step;
        }
    }
    return nullptr;
}

/// The COPYs that wait for the finding's step.
std::vector<Waiting> lateWith(const Subject& subject, const Finding& finding) {
    const plan::Step* late = finding.related ? stepAt(subject.plan, *finding.related) : nullptr;
    if (!late) {
        return {};
    }
    std::deque<Finding> found;
    Report report(*finding.rule, finding.severity, found);
    Walk walk(subject, report, late);
    const std::vector<int>& steps = subject.plan.stages[static_cast<std::size_t>(late->stage)].steps;
    const auto last = std::ranges::lower_bound(steps, late->index);
    auto first = last;
    while (first != steps.begin() &&
           !walk.endsWaiting(subject.plan.steps[static_cast<std::size_t>(*std::prev(first))])) {
        --first;
    }
    walk.steps({first, std::next(last)});
    return std::move(walk).late();
}

/// The last RUN, from the finding's step on, that needs none of the COPYs; nullptr where that can't be told.
const Line* lastThatNeedsNone(const Subject& subject, const Finding& finding, const std::vector<Waiting>& copies) {
    const Line* last = nullptr;
    for (const Line& line : subject.linesFrom(finding.related->begin)) {
        const plan::Step* step = stepAt(subject.plan, line.instruction->range);
        const auto* run = step ? std::get_if<plan::RunOperation>(&step->operation) : nullptr;
        const auto manifests = run && line.script ? installsAlone(*line.script) : std::nullopt;
        const bool goesOn =
            run ? manifests && (manifests->empty() || line.instruction->range == *finding.related) &&
                      std::ranges::none_of(copies,
                                           [&](const Waiting& copy) { return isNamedIn(copy, *line.script, *run); })
                : isPassable(line);
        if (!goesOn) {
            break;
        }
        last = run ? &line : last;
    }
    return last;
}

/// Is there certainly nothing of that name in the context?
bool isLeftOut(const Surroundings& surroundings, std::string_view folder) {
    const context::Survey* context = surroundings.context;
    return (surroundings.ignore && surroundings.ignore->matches(folder).ignored) ||
           (context && std::ranges::none_of(context->files, [&](const context::Survey::File& file) {
                return startsWithFolder(file.path, folder);
            }));
}

/// What copies alone what the finding's step reads, in place of a COPY of everything; nullopt where that takes a
/// person.
std::optional<std::string> copyOfManifests(const Subject& subject, const Finding& finding, const Line& line,
                                           const Waiting& copy) {
    const Line* reader = subject.lineAt(finding.related->begin);
    const plan::Step* step = stepAt(subject.plan, *finding.related);
    const auto manifests = reader && reader->script ? installsAlone(*reader->script) : std::nullopt;
    const auto* written = std::get_if<dockerfile::Copy>(line.value.get());
    if (!manifests || manifests->sources.empty() || !step || !written || written->sources.size() != 1) {
        return std::nullopt;
    }
    const auto isElsewhere = [](const std::string& source) { return source.contains('/') || source.contains(' '); };
    const std::string& folder = std::get<plan::RunOperation>(step->operation).setting->workingDir;
    const std::string_view text = subject.tree.text();
    const std::size_t begin = line.instruction->range.begin, source = written->sources.front().range.begin;
    const std::string_view head = text.substr(begin, source - begin), to = written->destination.range.of(text);
    if (plan::joinPath("/", folder) != copy.destination || std::ranges::any_of(manifests->sources, isElsewhere) ||
        !std::ranges::all_of(manifests->made, [&](auto made) { return isLeftOut(subject.surroundings, made); }) ||
        (subject.surroundings.context && mayNameOthers(*manifests, *subject.surroundings.context)) ||
        head.contains('\n') || head.contains('[') || to.find_first_of("\"'\\$") != std::string_view::npos) {
        return std::nullopt;
    }
    std::string out(head);
    for (const std::string& each : manifests->sources) {
        out += each + ' ';
    }
    return out + std::string(to) + (to.ends_with('/') ? "" : "/") + std::string(lineEndOf(text));
}

/// Moves all that wait for the same step below it, in their order, and below those that need none of them, too.
std::optional<Fix> below(const Subject& subject, const Finding& finding) {
    const std::vector<Waiting> copies = lateWith(subject, finding);
    const Line* step = copies.empty() ? nullptr : lastThatNeedsNone(subject, finding, copies);
    if (!step) {
        return std::nullopt;
    }
    const dockerfile::SyntaxTree& tree = subject.tree;
    std::string moved;
    std::vector<text::Edit> edits;
    bool isSplit = false;
    for (const Line& line : subject.linesFrom(copies.front().step->range.begin)) {
        const text::Range range = line.instruction->range;
        if (range.begin >= step->instruction->range.begin) {
            break;
        }
        const auto copy = std::ranges::find_if(copies, [&](const Waiting& each) { return each.step->range == range; });
        if (copy == copies.end()) {
            if (!isPassable(line)) {
                return std::nullopt;
            }
            continue;
        }
        const bool bringsAll = copy->brings == Brings::All;
        auto inPlace = bringsAll ? copyOfManifests(subject, finding, line, *copy) : std::string();
        if (!inPlace) {
            return std::nullopt;
        }
        isSplit = isSplit || bringsAll;
        edits.push_back({linesWithComments(tree, *line.instruction), std::move(*inPlace)});
        moved += edits.back().range.of(tree.text());
    }
    const std::size_t end = wholeLines(tree.text(), step->instruction->range).end;
    if (!std::string_view(tree.text()).substr(0, end).ends_with('\n')) {
        moved.insert(0, lineEndOf(tree.text()));
        moved.erase(moved.find_last_not_of("\r\n") + 1);
    }
    edits.push_back({{end, end}, std::move(moved)});
    return fixOf(isSplit ? text::say("Copy what the RUN needs alone, and the rest below it")
                         : text::say("Move it below the RUN that needs none of it"),
                 std::move(edits), Asked::OnRequest);
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "CopyBeforeSlowStep",
    .family = Family::Slipway,
    .severity = Severity::Style,
    .description = "A COPY stands below the slow steps that don't need its files.",
    .explanation =
        "A RUN runs again when anything that was copied above it has changed. A RUN that installs packages and names "
        "none of the copied files need not wait for them: with the COPY below it an edit leaves it cached. One that "
        "installs what a list in the project names, like npm ci or pip install -r, needs that list alone. Where "
        "Slipway has built it, the message says how long it took; a step of less than two seconds is passed over.",
    .readsContext = true,
    .find = findAll,
    .fix = below,
};

}  // namespace slipway::checks::copy_before_slow_step
