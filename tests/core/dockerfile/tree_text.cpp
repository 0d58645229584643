#include "tree_text.h"

#include "dockerfile/instruction.h"
#include "dockerfile/outline.h"

#include <array>
#include <cstdio>

using namespace slipway;
using namespace slipway::dockerfile;

namespace {

std::string escaped(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F) {
            char code[8];
            std::snprintf(code, sizeof code, "\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            out += code;
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string shown(text::Range range) {
    return '[' + std::to_string(range.begin) + ' ' + std::to_string(range.end) + ')';
}

const char* kindName(TokenKind kind) {
    static constexpr std::array kNames{"Space",       "NewLine",    "Continuation", "Comment", "Directive",
                                       "Keyword",     "Flag",       "Word",         "Json",    "HeredocOpen",
                                       "HeredocBody", "HeredocEnd", "Bom",          "Other"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string wordText(const Word& word) { return escaped(word.text) + shown(word.range); }

void describe(const Instruction& instruction, const std::string& indent, std::string& out) {
    out += indent + std::string(keywordName(instruction.keyword)) + ' ' + escaped(instruction.keywordText) +
           shown(instruction.range) + " lines " + std::to_string(instruction.firstLine) + '-' +
           std::to_string(instruction.lastLine) + (instruction.emptyContinuation ? " with an empty continuation" : "") +
           '\n';
    const std::string deeper = indent + "  ";
    for (const std::string& comment : instruction.comments)
        out += deeper + "comment " + escaped(comment) + '\n';
    for (const Flag& flag : instruction.flags)
        out += deeper + "flag " + flag.name + ' ' + (flag.value ? escaped(*flag.value) : "-") + ' ' +
               escaped(flag.plain) + shown(flag.range) + shown(flag.valueRange) + '\n';
    out += deeper + "arguments " + escaped(instruction.arguments) + shown(instruction.argumentsRange) + '\n';
    for (const Word& word : instruction.words)
        out += deeper + "word " + wordText(word) + '\n';
    for (const NameValue& pair : instruction.pairs)
        out += deeper + "pair " + wordText(pair.name) + (pair.hasSeparator ? " = " : " ") + wordText(pair.value) + '\n';
    if (instruction.json)
        out += deeper + "json of " + std::to_string(instruction.json->size()) + '\n';
    for (const Heredoc& heredoc : instruction.heredocs)
        out += deeper + "heredoc " + heredoc.name + (heredoc.expand ? "" : " quoted") +
               (heredoc.stripTabs ? " strips tabs" : "") + (heredoc.terminated ? " " : " unterminated ") +
               escaped(heredoc.content) + shown(heredoc.openRange) + shown(heredoc.bodyRange) +
               shown(heredoc.endRange) + '\n';
    if (instruction.trigger)
        describe(*instruction.trigger, deeper + "trigger ", out);
}

}  // namespace

std::string treeText(const SyntaxTree& tree) {
    static constexpr std::array kKinds{"Blank", "Comment", "Directive", "Instruction"};
    std::string out;
    for (const Node& node : tree.nodes()) {
        out += std::string(kKinds[static_cast<std::size_t>(node.kind)]) + shown(node.range) + '\n';
        for (const Token& token : tree.tokens(node))
            out += std::string("  ") + kindName(token.kind) + ' ' + escaped(token.range.of(tree.text())) + '\n';
        if (node.instruction)
            describe(*node.instruction, "  ", out);
    }
    for (const Directive& directive : tree.directives())
        out += "directive " + directive.name + " = " + escaped(directive.value) + " line " +
               std::to_string(directive.line) + '\n';
    for (const Diagnostic& diagnostic : tree.diagnostics())
        out += "diagnostic " + shown(diagnostic.range) + ' ' + diagnostic.message + '\n';
    return out + "escape " + tree.escape() + '\n';
}

std::string outlineText(const SyntaxTree& tree) {
    const Outline made = outline(tree);
    std::string out = "global " + std::to_string(made.global.size()) + '\n';
    for (const StageOutline& stage : made.stages) {
        out += "stage " + std::to_string(stage.index) + ' ' + escaped(stage.name) + " from " + escaped(stage.base) +
               " lines " + std::to_string(stage.line) + '-' + std::to_string(stage.endLine) + " uses";
        for (const int other : stage.dependsOn)
            out += ' ' + std::to_string(other);
        out += " used by";
        for (const int other : stage.dependents)
            out += ' ' + std::to_string(other);
        out += '\n';
        for (const auto& instruction : stage.instructions)
            out += "  " + std::to_string(instruction->firstLine) + '-' + std::to_string(instruction->lastLine) + ' ' +
                   instruction->keywordText + '\n';
    }
    return out;
}

std::string problemsText(const SyntaxTree& tree) {
    std::string out;
    const auto add = [&](text::Position where, const std::string& message) {
        out += std::to_string(where.line) + ':' + std::to_string(where.column) + ": " + message + '\n';
    };
    for (const Diagnostic& diagnostic : tree.diagnostics())
        add(tree.lines().position(diagnostic.range.begin), diagnostic.message);
    for (const auto& instruction : tree.instructions()) {
        if (!instruction->problems.empty())
            continue;
        if (const auto value = interpret(*instruction, tree.lines()); !value)
            add(value.error().where.value_or(text::Position{0, 0}), value.error().message);
    }
    return out;
}

std::string gap(const SyntaxTree& tree) {
    std::size_t at = 0;
    for (const Node& node : tree.nodes()) {
        if (node.range.begin != at)
            return "a node begins at " + std::to_string(node.range.begin) + " and not at " + std::to_string(at);
        for (const Token& token : tree.tokens(node)) {
            if (token.range.begin != at || token.range.empty())
                return "a token begins at " + std::to_string(token.range.begin) + " and not at " + std::to_string(at);
            at = token.range.end;
        }
        if (node.range.end != at)
            return "a node ends at " + std::to_string(node.range.end) + " and its tokens at " + std::to_string(at);
    }
    return at == tree.text().size() ? "" : "the last node ends at " + std::to_string(at);
}
