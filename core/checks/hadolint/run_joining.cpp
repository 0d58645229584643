// A RUN joined with the one above it.
#include "checks/hadolint/pragmas.h"
#include "checks/hadolint/run_edits.h"

#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace slipway::checks::hadolint {

namespace {

/// Mounts in one order, whichever they and their options are written in.
auto mountsOf(const dockerfile::Run& run) {
    const auto options = [](const dockerfile::Mount& m) {
        return std::tie(m.type, m.target, m.source, m.from, m.id, m.sharing, m.readOnly, m.required, m.environment,
                        m.mode, m.uid, m.gid, m.size, m.deferred);
    };
    std::set<decltype(options(run.mounts.front()))> out;
    for (const dockerfile::Mount& mount : run.mounts) {
        out.insert(options(mount));
    }
    return out;
}

/// What it leaves behind in its shell would meet the next command, too.
bool leavesNothing(const RunScript& script) {
    return std::ranges::none_of(script.commands(), [](const shell::Invocation& command) {
        return isOneOf(command.name(),
                       {"", ".", "alias", "cd", "declare", "exec", "exit", "export", "popd", "pushd", "return", "set",
                        "shopt", "source", "trap", "ulimit", "umask", "unalias", "unset"}) ||
               std::ranges::contains(command.wrappers(), "exec");
    });
}

/// Ends as its last command does, and nothing stands behind that.
bool endsPlainly(const RunScript& script) {
    const auto& nodes = script.script().nodes();
    std::size_t end = 0;
    for (const shell::Node& node : nodes) {
        end = node.parent == 0 ? node.range.end : end;
        if (node.kind == shell::NodeKind::Function || node.before == shell::Connective::Background) {
            return false;
        }
    }
    const auto whole = shell::Script::parse(script.script().text(), script.script().dialect());
    const bool hasComment = std::ranges::contains(whole->tokens(), shell::TokenKind::Comment, &shell::Token::kind);
    return end > 0 && !hasComment && script.script().heredocs().empty() &&
           dockerfile::trimmed(std::string_view(script.script().text()).substr(end)).empty();
}

/// Fails as soon as a command of it fails.
bool failsAtOnce(const RunScript& script) {
    return std::ranges::none_of(script.script().nodes(), [](const shell::Node& node) {
        return node.parent == 0 && (node.before == shell::Connective::Or || node.before == shell::Connective::Sequence);
    });
}

/// The comments between two instructions, as lines of a continued one; nullopt where one of them speaks to a linter.
std::optional<std::string> commentsBetween(std::string_view text, std::string_view end) {
    std::string out;
    while (!text.empty()) {
        const std::string_view line = dockerfile::trimmed(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        if (line.starts_with('#')) {
            const std::string_view words = dockerfile::trimmed(line.substr(1));
            if (words.starts_with("hadolint ") || words.starts_with("check=")) {
                return std::nullopt;
            }
            out += std::string(line) + std::string(end);
        }
    }
    return out;
}

/// Does a comment above it silence something there? Joined with another it would silence that, too.
bool isSilencedInPart(const dockerfile::SyntaxTree& tree, const dockerfile::Instruction& instruction) {
    const std::string_view text = tree.text();
    const auto isPragma = [&](text::Range comment) {
        const auto pragma = readIgnorePragma(comment.of(text));
        return pragma && pragma->scope == PragmaScope::NextLine;
    };
    const auto isCheck = [&](text::Range comment) {
        return dockerfile::trimmed(comment.of(text).substr(1)).starts_with("check=");
    };
    const auto above = commentsAbove(tree, instruction);
    return (!above.empty() && isPragma(above.front())) || std::ranges::any_of(commentsOf(tree, instruction), isCheck);
}

}  // namespace

bool haveSameFlags(const dockerfile::Run& a, const dockerfile::Run& b) {
    const auto devicesOf = [](const dockerfile::Run& run) { return std::set(run.devices.begin(), run.devices.end()); };
    return a.network == b.network && a.security == b.security && devicesOf(a) == devicesOf(b) &&
           mountsOf(a) == mountsOf(b);
}

std::optional<Fix> joinedWithPrevious(const Subject& subject, const Finding& finding, Asked asked) {
    const Line* line = editableRun(subject, finding);
    if (!line || line == subject.lines.data() || line->stage < 0) {
        return std::nullopt;
    }
    const Line& previous = *(line - 1);
    const auto* above = previous.value ? std::get_if<dockerfile::Run>(&*previous.value) : nullptr;
    const auto* run = line->value ? std::get_if<dockerfile::Run>(&*line->value) : nullptr;
    const bool isRun = above && run && previous.script && !previous.script->isExec() &&
                       previous.script->script().problems().empty() && previous.stage == line->stage &&
                       haveSameFlags(*above, *run) && previous.instruction->heredocs.empty() &&
                       line->instruction->heredocs.empty();
    if (!isRun || !leavesNothing(*previous.script) || !endsPlainly(*previous.script) || !failsAtOnce(*line->script)) {
        return std::nullopt;
    }
    if (isSilencedInPart(subject.tree, *previous.instruction)) {
        return std::nullopt;
    }
    const std::string_view text = subject.tree.text();
    const std::string end(lineEndOf(text));
    const text::Range gap{previous.instruction->range.end, line->instruction->argumentsRange.begin};
    const auto comments = gap.begin < gap.end
                              ? commentsBetween(text.substr(gap.begin, line->instruction->range.begin - gap.begin), end)
                              : std::nullopt;
    if (!comments || text.substr(0, gap.begin).ends_with(subject.tree.escape())) {
        return std::nullopt;
    }
    return fixOf(text::say("Join it with the RUN above"),
                 {{gap, std::string(" ") + subject.tree.escape() + end + *comments + "    && "}}, asked);
}

}  // namespace slipway::checks::hadolint
