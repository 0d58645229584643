#include "checks/hadolint/installs.h"
#include "checks/mending.h"
#include "checks/slipway/manifest_installs.h"
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

bool startsWithFolder(std::string_view path, std::string_view folder) {
    return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

/// Programs may look there without being told.
bool isOfTheSystem(std::string_view path) {
    for (const std::string_view own : {"/usr/app", "/usr/src", "/usr/local/app", "/usr/local/src", "/var/www"}) {
        if (startsWithFolder(path, own)) {
            return false;
        }
    }
    static constexpr std::string_view kFolders[] = {"/bin",  "/boot", "/dev", "/etc",  "/lib", "/lib32", "/lib64",
                                                    "/proc", "/root", "/run", "/sbin", "/sys", "/usr",   "/var"};
    return path.size() < 2 ||
           std::ranges::any_of(kFolders, [&](std::string_view folder) { return startsWithFolder(path, folder); });
}

std::string_view lastName(std::string_view path) {
    while (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    return path.substr(path.rfind('/') + 1);
}

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Does a name begin there with these letters? "app" is in "x/app.tar" and in no "libapparmor1".
bool holdsName(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        if (at == 0 || !isLetterOrDigit(text[at - 1])) {
            return true;
        }
    }
    return false;
}

/// A COPY or ADD from the context whose files nothing reads that isn't told to.
struct Waiting {
    const plan::Step* step;
    std::string destination;
    std::vector<std::string_view> names;  ///< what a command that reads them would hold
    Brings brings = Brings::Nothing;      ///< of what the step reads for which it waits

    [[nodiscard]] bool isNamedIn(std::string_view text) const {
        return std::ranges::any_of(names, [&](std::string_view name) { return holdsName(text, name); });
    }
    [[nodiscard]] const plan::CopyOperation& copy() const { return std::get<plan::CopyOperation>(step->operation); }
};

/// `COPY . .` without a WORKDIR: a project, and no tree of a system's files.
bool isProjectInRoot(const plan::Step& step, const plan::CopyOperation& copy) {
    return copy.sources.size() == 1 && plan::joinPath("/", copy.sources.front()) == "/" &&
           (step.name.ends_with(" .") || step.name.ends_with(" ./"));
}

std::optional<Waiting> waiting(const plan::Step& step, const plan::CopyOperation& copy) {
    if (step.onbuild || !std::holds_alternative<plan::FromContext>(copy.origin) || copy.sources.empty() ||
        !copy.files.empty()) {
        return std::nullopt;
    }
    Waiting out{&step, plan::joinPath("/", copy.destination), {}};
    if (isOfTheSystem(out.destination) && !isProjectInRoot(step, copy)) {
        return std::nullopt;
    }
    const auto add = [&](std::string_view name) {
        if (name.size() > 1) {
            out.names.push_back(name);
        }
    };
    for (const std::string& source : copy.sources) {
        const std::string_view name = lastName(source);
        if (name.size() > 1 && name.starts_with('.') && name != "..") {
            return std::nullopt;  // settings of some program
        }
        add(name.substr(0, name.find_first_of("*?[")));
    }
    add(lastName(copy.destination));
    return out;
}

/// A word that is the same whatever lies in the file system: an option, a package, an address, an absolute path.
bool isPlain(const shell::Word& word) {
    const std::string_view text = word.value;
    const bool isPath = text.contains('/') && !text.contains("://") && !text.starts_with('-');
    if (!word.constant) {
        return !text.starts_with('$') && !text.starts_with('`') && !isPath;
    }
    return text.starts_with('/') || (!isPath && !text.contains('*') && !text.contains('?') && !text.starts_with('.'));
}

/// What the command installs comes from a repository, and the command reads no file that a COPY could have brought.
bool isInstall(const shell::Invocation& command) {
    const auto plainPackages = [](const std::optional<Install>& install) {
        return install && !install->packages.empty() &&
               std::ranges::none_of(install->packages,
                                    [](const shell::Word* package) { return package->value.contains('/'); });
    };
    if (const auto pip = pipInstall(command)) {
        return plainPackages(pip) &&
               !pip->arguments.has({"-r", "--requirement", "-c", "--constraint", "-e", "--editable", "-f",
                                    "--find-links", "--group", "--build-constraint"});
    }
    const auto npm = installOf(command, {"npm"}, {"install", "i", "add"}, kNpm);
    return plainPackages(installOf(command, {"apt-get", "apt", "aptitude"}, {"install"}, kApt)) ||
           plainPackages(installOf(command, {"apk"}, {"add"}, kApk)) ||
           plainPackages(installOf(command, {"dnf", "yum", "microdnf"}, {"install"}, kDnf)) ||
           plainPackages(installOf(command, {"zypper"}, {"install", "in"}, kZypper)) ||
           plainPackages(installOf(command, {"gem"}, {"install"}, kGem)) ||
           (plainPackages(npm) && npm->arguments.has({"-g", "--global"}));
}

bool isHarmless(const shell::Invocation& command) {
    return isOneOf(command.name(), {":", "true", "set", "echo", "mkdir", "rm", "useradd", "groupadd", "adduser",
                                    "addgroup", "curl", "wget", "corepack"}) ||
           (isOneOf(command.name(), {"apt-get", "apt"}) &&
            isOneOf(command.arguments(kApt).subcommand(),
                    {"update", "upgrade", "dist-upgrade", "clean", "autoclean", "autoremove", "purge", "remove"})) ||
           (isOneOf(command.name(), {"npm", "yarn", "pip", "pip3", "bundle"}) &&
            isOneOf(command.arguments().subcommand(), {"cache", "config"})) ||
           (command.name() == "apk" && isOneOf(command.arguments(kApk).subcommand(), {"update", "upgrade", "del"})) ||
           (isOneOf(command.name(), {"dnf", "yum", "microdnf"}) &&
            isOneOf(command.arguments(kDnf).subcommand(), {"update", "upgrade", "clean", "makecache", "remove"}));
}

/// Of a script that installs packages and does nothing else that could depend on a COPY, what it reads for that;
/// nullopt for any other.
std::optional<Manifests> installsAlone(const RunScript& script) {
    using shell::NodeKind;
    bool installs = false;
    Manifests out;
    const auto isSimple = [](const shell::Node& node) {
        return node.kind == NodeKind::Script || node.kind == NodeKind::Simple || node.kind == NodeKind::Subshell ||
               node.kind == NodeKind::Group;
    };
    if (!script.script().problems().empty() || !std::ranges::all_of(script.script().nodes(), isSimple)) {
        return std::nullopt;
    }
    for (const shell::Invocation& command : script.commands()) {
        const auto reads = [](const shell::Redirection& each) {
            return each.operation.starts_with('<') && each.heredoc < 0;
        };
        const auto manifests = manifestsOf(command);
        const bool install = manifests || isInstall(command);
        if ((!install && !isHarmless(command)) || (!manifests && !std::ranges::all_of(command.words(), isPlain)) ||
            std::ranges::any_of(command.command().redirections, reads)) {
            return std::nullopt;
        }
        if (manifests) {
            out.add(*manifests);
        }
        installs = installs || install;
    }
    return installs ? std::optional(std::move(out)) : std::nullopt;
}

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
