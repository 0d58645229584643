#include "checks/hadolint/run_edits.h"

#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <ranges>

namespace slipway::checks::hadolint {

namespace {

constexpr std::string_view kAnd = " && ";

/// The indexes of the commands and compound commands of a script's outermost list.
std::vector<const shell::Node*> outermost(const shell::Script& script) {
    std::vector<const shell::Node*> out;
    for (const shell::Node& node : script.nodes() | std::views::drop(1)) {
        if (node.parent == 0) {
            out.push_back(&node);
        }
    }
    return out;
}

/// Nothing follows the list that what is added would come to stand behind: an ampersand, another line.
bool endsThere(std::string_view rest) {
    rest = rest.substr(0, rest.find('\n'));
    const std::size_t next = std::min(rest.find_first_not_of(" \t\r;"), rest.size());
    const bool isComment = next > 0 && next < rest.size() && rest[next] == '#';
    return next == rest.size() || isComment;
}

/// Whether the commands behind it are never reached.
bool leaves(const RunScript& script, const shell::Node& node) {
    if (node.kind == shell::NodeKind::Function || node.negated) {
        return true;
    }
    if (node.command < 0) {
        return false;
    }
    const shell::Invocation& command = script.commands()[static_cast<std::size_t>(node.command)];
    return isOneOf(command.name(), {"exit", "return", "exec", ""}) || std::ranges::contains(command.wrappers(), "exec");
}

/// What stands between two commands in the source, where that is `&&` and its layout alone.
std::optional<std::string> layoutOfAnd(const RunScript& script, std::string_view source, const shell::Node& first,
                                       const shell::Node& second, char escape) {
    if (second.before != shell::Connective::And || first.range.empty() || second.range.empty()) {
        return std::nullopt;
    }
    const std::size_t begin = script.source({first.range.end - 1, first.range.end}).end;
    const std::size_t end = script.source({second.range.begin, second.range.begin + 1}).begin;
    if (begin >= end) {
        return std::nullopt;
    }
    const std::string_view gap = source.substr(begin, end - begin);
    std::string bare;
    for (const char c : gap) {
        if (!dockerfile::isSeparator(c) && c != '\n' && c != escape) {
            bare += c;
        }
    }
    // A line within the gap that holds nothing is no layout to repeat.
    return bare == "&&" && std::ranges::count(gap, '\n') <= 1 ? std::optional<std::string>(gap) : std::nullopt;
}

}  // namespace

const Line* editableRun(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    const bool editable = line && line->script && !line->script->isExec() && line->script->script().problems().empty();
    return editable ? line : nullptr;
}

text::Edit addedBehind(const RunScript& script, const shell::Word& word, std::string_view more) {
    const std::size_t end = script.source(word.range).end;
    return {{end, end}, " " + std::string(more)};
}

const shell::Word* programOf(const shell::Invocation& command) {
    const auto& words = command.command().words;
    return words.size() > command.words().size() ? &words[words.size() - command.words().size() - 1] : nullptr;
}

std::optional<Fix> endWith(const Subject& subject, const Finding& finding, const std::string& command) {
    const Line* line = editableRun(subject, finding);
    if (!line) {
        return std::nullopt;
    }
    const RunScript& script = *line->script;
    const std::string_view source = subject.tree.text();
    const std::vector<const shell::Node*> list = outermost(script.script());
    if (list.empty() || list.back()->range.empty() || leaves(script, *list.back())) {
        return std::nullopt;
    }
    const shell::Node& last = *list.back();
    const std::string_view rest = std::string_view(script.script().text()).substr(last.range.end);
    if (!endsThere(rest)) {
        return std::nullopt;
    }
    std::string joint(kAnd);
    for (std::size_t i = list.size(); i > 1; --i) {
        if (auto layout = layoutOfAnd(script, source, *list[i - 2], *list[i - 1], subject.tree.escape())) {
            joint = std::move(*layout);
            break;
        }
    }
    const std::size_t end = script.source({last.range.end - 1, last.range.end}).end;
    return fixOf(text::say("End with {}", command), {{{end, end}, joint + command}});
}

}  // namespace slipway::checks::hadolint
