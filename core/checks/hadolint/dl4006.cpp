#include "checks/hadolint/commands.h"
#include "checks/hadolint/distributions.h"
#include "checks/hadolint/pragmas.h"
#include "checks/hadolint/run_edits.h"

#include <algorithm>

namespace slipway::checks::dl4006 {

using namespace hadolint;

namespace {

/// The shell that has the option, as SHELL names it; nullopt where nothing tells which one is there.
std::optional<std::string> shellWithPipefail(const Subject& subject, const Line& line) {
    const std::string& program = line.script->shell().program;
    if (program == "bash" || program == "zsh") {
        return "[\"/bin/" + program + "\", \"-o\", \"pipefail\", \"-c\"]";
    }
    if (program != "sh" && program != "ash" && program != "dash") {
        return std::nullopt;
    }
    switch (distributionOf(subject, line)) {
        case Distribution::Gnu:
            return "[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]";
        case Distribution::Busybox:
            return "[\"/bin/ash\", \"-eo\", \"pipefail\", \"-c\"]";
        case Distribution::Unknown:
            break;
    }
    return std::nullopt;
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
    return fixOf("Set a SHELL with pipefail",
                 {{{begin, begin}, (isLower ? "shell " : "SHELL ") + *shell + std::string(lineEndOf(text))}});
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
                    report.add(line, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL",
                               script.source(piped->range));
                }
            });
        },
    .fix = withPipefail,
};

}  // namespace slipway::checks::dl4006
