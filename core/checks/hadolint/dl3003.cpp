#include "checks/hadolint/commands.h"
#include "checks/hadolint/run_edits.h"
#include "checks/workdir_paths.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3003 {

using namespace hadolint;

namespace {

/// A folder that WORKDIR takes as it is written.
bool isPlainFolder(std::string_view path) {
    return path.starts_with('/') && std::ranges::all_of(path, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view("/._-+@").contains(c);
           });
}

/// The folder that the RUN's first command changes to, where && joins the rest to it and nothing else changes it.
const shell::Word* folderOf(const RunScript& script) {
    const auto& commands = script.commands();
    const auto& nodes = script.script().nodes();
    if (commands.size() < 2 || nodes.size() < 3 || nodes[1].command != 0 || nodes[2].parent != 0 ||
        nodes[2].before != shell::Connective::And) {
        return nullptr;
    }
    const shell::Invocation& cd = commands.front();
    const bool isAlone = cd.name() == "cd" && cd.wrappers().empty() && cd.words().size() == 1 &&
                         cd.command().assignments.empty() && cd.command().redirections.empty();
    const auto changes = [](const shell::Invocation& command) {
        return isOneOf(command.name(), {"cd", "pushd", "popd"});
    };
    return isAlone && std::ranges::count_if(commands, changes) == 1 && isPlainFolder(cd.words().front().value)
               ? cd.words().data()
               : nullptr;
}

/// What the instructions below the line expect: nullptr where they set a whole path themselves before they use one.
const Line* nextThatNeedsFolder(const Subject& subject, const Line& line) {
    for (const Line* next = &line + 1; next != subject.lines.data() + subject.lines.size(); ++next) {
        if (next->stage != line.stage) {
            break;
        }
        const auto* workdir = next->value ? std::get_if<dockerfile::Workdir>(&*next->value) : nullptr;
        if (workdir && workdir->path.text.starts_with('/')) {
            return nullptr;
        }
        using enum dockerfile::Keyword;
        const auto keyword = next->instruction->keyword;
        if (keyword != Env && keyword != Arg && keyword != Label && keyword != Expose && keyword != User) {
            return next;
        }
    }
    return &line;  // whoever starts the image
}

/// `RUN cd /x && make` becomes `WORKDIR /x`, `RUN make`, and the WORKDIR that was in force.
std::optional<Fix> withWorkdir(const Subject& subject, const Finding& finding) {
    const Line* line = editableRun(subject, finding);
    const shell::Word* folder = line && line->instruction->heredocs.empty() ? folderOf(*line->script) : nullptr;
    const auto above = folder && line->stage >= 0 ? workdirAbove(subject, *line) : std::nullopt;
    if (!above) {
        return std::nullopt;
    }
    const std::string_view text = subject.tree.text();
    const dockerfile::Instruction& run = *line->instruction;
    const shell::Node& rest = line->script->script().nodes()[2];
    const text::Range command{line->script->source({0, 1}).begin,
                              line->script->source({rest.range.begin, rest.range.begin + 1}).begin};
    const bool isSame = above->isKnown && above->path == folder->value;
    if (rest.negated || command.of(text).contains('#') || command.begin >= command.end) {
        return std::nullopt;
    }
    std::vector<text::Edit> edits{{command, ""}};
    bool restores = false;
    if (!isSame) {
        const auto comments = commentsAbove(subject.tree, run);
        const std::size_t begin = wholeLines(text, comments.empty() ? run.range : comments.back()).begin;
        const std::string end(lineEndOf(text));
        edits.push_back({{begin, begin}, "WORKDIR " + std::string(folder->value) + end});
        restores = nextThatNeedsFolder(subject, *line) != nullptr;
        if (restores) {
            const text::Range lines = wholeLines(text, run.range);
            const bool isOpen = !lines.of(text).ends_with('\n');
            edits.push_back({{lines.end, lines.end}, (isOpen ? end : "") + "WORKDIR " + above->path + end});
        }
    }
    return fixOf(isSame ? text::say("Leave cd out") : text::say("Write WORKDIR {}", folder->value), std::move(edits),
                 restores ? Asked::OnRequest : Asked::Always);
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3003",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "WORKDIR changes the directory, not cd.",
    .explanation =
        "A cd holds for its own RUN alone, so the next instruction is somewhere else again. WORKDIR says it once, for "
        "all that follows, and makes the folder where it is missing.",
    .onbuild = Onbuild::InsideToo,
    .programs = "cd",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "cd") {
                    return std::nullopt;
                }
                return Complaint{text::say("Change the directory with WORKDIR: cd holds for this RUN alone"),
                                 headOf(command)};
            });
        },
    .fix = withWorkdir,
};

}  // namespace slipway::checks::dl3003
