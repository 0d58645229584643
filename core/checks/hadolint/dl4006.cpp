#include "checks/hadolint/commands.h"
#include "checks/hadolint/distributions.h"
#include "checks/hadolint/pragmas.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>
#include <iterator>

namespace slipway::checks::dl4006 {

using namespace hadolint;

namespace {

/// The shell that has the option, without its path; nullopt where nothing tells which one is there.
std::optional<std::string> shellWithPipefail(const Subject& subject, const Line& line) {
    const std::string& program = line.script->shell().program;
    if (program == "bash" || program == "zsh") {
        return program;
    }
    if (program != "sh" && program != "ash" && program != "dash") {
        return std::nullopt;
    }
    switch (distributionOf(subject, line)) {
        case Distribution::Gnu:
            return "bash";
        case Distribution::Busybox:
            return "ash";
        case Distribution::Unknown:
            break;
    }
    return std::nullopt;
}

/// The shell form of what runs in a container, which SHELL decides about, too; nullptr for all else.
const dockerfile::Command* containersCommand(const Line& line) {
    const dockerfile::Command* command = nullptr;
    if (const auto* cmd = std::get_if<dockerfile::Cmd>(line.value.get())) {
        command = &cmd->command;
    } else if (const auto* entrypoint = std::get_if<dockerfile::Entrypoint>(line.value.get())) {
        command = &entrypoint->command;
    } else if (const auto* check = std::get_if<dockerfile::Healthcheck>(line.value.get()); check && !check->none) {
        command = &check->command;
    }
    return command && !command->exec ? command : nullptr;
}

/// May the script do something else than before? One program alone is started by any shell; a pipe may fail now.
bool mayChange(std::string_view text, bool isOtherShell) {
    const auto script = shell::Script::parse(text, shell::Dialect::Posix);
    const bool startsOne = script->nodes().size() == 2 && script->commands().size() == 1 &&
                           !script->commands().front().words.empty() &&
                           script->commands().front().words.front().value != "echo";
    return isOtherShell ? !startsOne
                        : std::ranges::contains(script->nodes(), shell::Connective::Pipe, &shell::Node::before);
}

/// Would a SHELL above the line change what containers run: of its stage, or of one that is built on that?
bool changesContainers(const Subject& subject, const Line& from, bool isOtherShell) {
    std::vector<int> stages{from.stage};
    for (std::size_t i = 0; i < stages.size(); ++i) {
        bool reachesEnd = true;
        for (const Line& line : subject.linesFrom(i == 0 ? from.instruction->range.begin : 0)) {
            if (line.stage != stages[i]) {
                continue;
            }
            if (line.instruction->keyword == dockerfile::Keyword::Shell) {
                reachesEnd = false;
                break;
            }
            const dockerfile::Command* command = containersCommand(line);
            if (command && mayChange(command->text, isOtherShell)) {
                return true;
            }
        }
        if (reachesEnd) {
            std::ranges::copy(subject.stagesOn(stages[i]), std::back_inserter(stages));
        }
    }
    return false;
}

std::optional<Fix> withPipefail(const Subject& subject, const Finding& finding) {
    const Line* line = editableRun(subject, finding);
    if (!line || line->stage < 0 || line->script->hasOwnShell()) {
        return std::nullopt;
    }
    const auto shell = shellWithPipefail(subject, *line);
    if (!shell) {
        return std::nullopt;
    }
    const std::string_view text = subject.tree.text();
    const auto comments = commentsAbove(subject.tree, *line->instruction);
    if (std::ranges::any_of(comments,
                            [&](text::Range comment) { return readShellPragma(comment.of(text)).has_value(); })) {
        return std::nullopt;
    }
    const std::size_t begin = wholeLines(text, comments.empty() ? line->instruction->range : comments.back()).begin;
    const bool isLower = line->instruction->keywordText == "run";
    const bool isOtherShell = *shell != line->script->shell().program && *shell != "ash";  // which is Alpine's sh
    auto fix = fixOf(text::say("Set a SHELL with pipefail"),
                     {{{begin, begin},
                       (isLower ? "shell" : "SHELL") + (" [\"/bin/" + *shell) + "\", \"-o\", \"pipefail\", \"-c\"]" +
                           std::string(lineEndOf(text))}},
                     changesContainers(subject, *line, isOtherShell) ? Asked::OnRequest : Asked::Always);
    if (fix) {
        fix->carriesOn = true;
    }
    return fix;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL4006",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "A RUN with a pipe has a shell with -o pipefail.",
    .explanation =
        "A pipe ends as its last command does: where wget fails and wc works, the RUN has worked. With SHELL "
        "[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] before it (/bin/ash on Alpine) it fails. Not every /bin/sh has "
        "the option, so set -o pipefail inside the RUN is not enough.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            subject.eachRun([&](const Line& line, const dockerfile::Run&) {
                const RunScript& script = *line.script;
                const auto& nodes = script.script().nodes();
                const auto piped = std::ranges::find(nodes, shell::Connective::Pipe, &shell::Node::before);
                if (piped != nodes.end() && !script.shell().pipefail) {
                    report.add(
                        line,
                        text::say("What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"),
                        script.source(piped->range));
                }
            });
        },
    .fix = withPipefail,
};

}  // namespace slipway::checks::dl4006
