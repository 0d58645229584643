// Prints our tree in BuildKit's shape.
#include "cases.h"
#include "dockerfile/instruction.h"

#include <algorithm>
#include <cstdio>

namespace conformance {

using namespace slipway::dockerfile;

namespace {

/// A string in double quotes as Go's %q has it; bytes above ASCII stay where they are UTF-8.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const std::size_t known = std::string_view("\a\b\f\n\r\t\v\"\\").find(c);
        if (known != std::string_view::npos) {
            out += '\\';
            out += "abfnrtv\"\\"[known];
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            char code[8];
            std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
            out += code;
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string print(const Instruction& instruction) {
    std::string out = instruction.keywordText;
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (!instruction.flags.empty()) {
        out += " [";
        for (const Flag& flag : instruction.flags)
            out += (&flag == &instruction.flags.front() ? "" : " ") + quoted(flag.plain);
        out += ']';
    }
    const auto add = [&](const std::string& text) { out += ' ' + quoted(text); };
    if (instruction.keyword == Keyword::Unknown)
        add("");  // what stands behind a word that is no instruction is not looked at
    if (out.starts_with(' '))
        out.erase(0, 1);  // an instruction without a keyword
    if (instruction.trigger)
        return '(' + out + ' ' + print(*instruction.trigger) + ')';
    const bool pairs = instruction.keyword == Keyword::Env || instruction.keyword == Keyword::Label;
    if (pairs) {
        for (const NameValue& pair : instruction.pairs) {
            add(pair.name.text);
            add(pair.value.text);
            add(pair.hasSeparator ? "=" : "");
        }
    } else if (!instruction.words.empty() || instruction.json) {
        for (const Word& word : instruction.words)
            add(word.text);
    } else if (!instruction.arguments.empty() && instruction.keyword != Keyword::Unknown) {
        add(instruction.arguments);
    }
    return '(' + out + ')';
}

}  // namespace

std::string printTree(const SyntaxTree& tree) {
    std::string out;
    for (const auto& instruction : tree.instructions())
        out += print(*instruction) + '\n';
    return out;
}

FirstError firstError(const SyntaxTree& tree, std::size_t mostInstructions) {
    for (const Diagnostic& diagnostic : tree.diagnostics())
        if (diagnostic.severity == Severity::Error)
            return {diagnostic.message, tree.lines().line(diagnostic.range.begin)};
    const auto& instructions = tree.instructions();
    for (std::size_t i = 0; i < std::min(mostInstructions, instructions.size()); ++i)
        if (const auto value = interpret(*instructions[i], tree.lines()); !value)
            return {value.error().message, value.error().where ? value.error().where->line : 0};
    return {};
}

}  // namespace conformance
