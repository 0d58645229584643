#include "script_text.h"

using namespace slipway::shell;

namespace {

const char* nameOf(NodeKind kind) {
    switch (kind) {
        case NodeKind::Script:
            return "script";
        case NodeKind::Simple:
            return "simple";
        case NodeKind::Subshell:
            return "subshell";
        case NodeKind::Group:
            return "group";
        case NodeKind::If:
            return "if";
        case NodeKind::Loop:
            return "loop";
        case NodeKind::For:
            return "for";
        case NodeKind::Case:
            return "case";
        case NodeKind::CaseItem:
            return "item";
        case NodeKind::Function:
            return "function";
        case NodeKind::Condition:
            return "condition";
        case NodeKind::Body:
            return "body";
        case NodeKind::Test:
            return "test";
        case NodeKind::Arithmetic:
            return "arithmetic";
        case NodeKind::Substitution:
            return "substitution";
    }
    return "?";
}

const char* signOf(Connective connective) {
    static const char* const kSigns[] = {"", "; ", "& ", "&& ", "|| ", "| "};
    return kSigns[static_cast<std::size_t>(connective)];
}

std::string redirectionsText(std::span<const Redirection> redirections) {
    std::string out;
    for (const Redirection& redirection : redirections)
        out += (out.empty() ? "" : " ") + std::string(redirection.operation) + std::string(redirection.target.value);
    return out;
}

std::string commandText(const SimpleCommand& command) {
    std::string out;
    const auto add = [&](std::string text) { out += (out.empty() || text.empty() ? "" : " ") + text; };
    for (const Assignment& assignment : command.assignments)
        add(std::string(assignment.name) + (assignment.append ? "+=" : "=") + std::string(assignment.value.value));
    for (const Word& word : command.words)
        add(std::string(word.value));
    add(redirectionsText(command.redirections));
    return '[' + out + ']';
}

std::string nodeText(const Script& script, int index) {
    const Node& node = script.nodes()[static_cast<std::size_t>(index)];
    std::string out = signOf(node.before) + std::string(node.negated ? "!" : "");
    std::string inside;
    for (int child = index + 1; child < static_cast<int>(script.nodes().size()); ++child) {
        if (script.nodes()[static_cast<std::size_t>(child)].parent == index)
            inside += (inside.empty() ? "" : " ") + nodeText(script, child);
    }
    if (node.kind == NodeKind::Simple)
        return out + commandText(script.commands()[static_cast<std::size_t>(node.command)]) +
               (inside.empty() ? "" : '(' + inside + ')');
    out += nameOf(node.kind);
    const Compound compound = node.compound ? *node.compound : Compound();
    if (!compound.name.empty())
        out += ' ' + std::string(compound.name);
    for (const Word& word : compound.words)
        out += " <" + std::string(word.value) + '>';
    out += '(' + inside + ')';
    const std::string redirections = redirectionsText(compound.redirections);
    return redirections.empty() ? out : out + ' ' + redirections;
}

}  // namespace

std::string treeText(const Script& script) {
    std::string out;
    for (int child = 1; child < static_cast<int>(script.nodes().size()); ++child) {
        if (script.nodes()[static_cast<std::size_t>(child)].parent == 0)
            out += (out.empty() ? "" : " ") + nodeText(script, child);
    }
    return out;
}
