#include "language/cursor.h"

#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::language {

namespace {

using dockerfile::Instruction;
using dockerfile::isSeparator;
using dockerfile::Keyword;
using dockerfile::Node;
using dockerfile::NodeKind;
using dockerfile::SyntaxTree;

/// The node whose lines hold the place; nullptr in an empty text and behind the last line.
const Node* nodeAround(const SyntaxTree& tree, std::size_t offset) {
    const auto& nodes = tree.nodes();
    auto after = std::ranges::upper_bound(nodes, offset, {}, [](const Node& node) { return node.range.begin; });
    if (after == nodes.begin())
        return nullptr;
    const Node& found = *std::prev(after);
    const bool behind = offset == found.range.end && offset > 0 && tree.text()[offset - 1] == '\n';
    const auto isOpen = [&] {
        return found.instruction && tree.tokens(found).back().kind == dockerfile::TokenKind::Continuation;
    };
    return behind && !isOpen() ? nullptr : &found;
}

/// The instruction's text before the place, its lines joined; nullopt in a comment between them.
std::optional<std::string> joinedBefore(const SyntaxTree& tree, const Instruction& instruction, std::size_t offset) {
    std::string out;
    const std::string_view text = tree.text();
    std::size_t at = instruction.range.begin;
    for (bool first = true; at < offset; first = false) {
        const std::size_t next = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, std::min(next, offset) - at);
        const bool whole = next < offset;
        at = next + 1;
        const std::size_t lead = dockerfile::skipSpaces(line, 0);
        if (!first && lead < line.size() && line[lead] == '#') {
            if (!whole)
                return {};
            continue;
        }
        if (whole) {
            while (!line.empty() && isSeparator(line.back()))
                line.remove_suffix(1);
            if (line.ends_with(tree.escape()))
                line.remove_suffix(1);
        }
        out += line;
    }
    return out;
}

/// Splits at white space outside quotes; the last piece is what is being typed.
void readWords(std::string_view text, Cursor& out) {
    std::string word;
    char quote = 0;
    bool any = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote == 0 && isSeparator(c)) {
            if (any)
                out.words.push_back(std::move(word));
            word.clear();
            any = false;
            continue;
        }
        any = true;
        word += c;
        if (c == '\\' && quote != '\'' && i + 1 < text.size())
            word += text[++i];
        else if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    out.partial = std::move(word);
}

/// May a comment line at the offset still be a parser directive?
bool isAboveAll(const SyntaxTree& tree, std::size_t offset) {
    for (const Node& node : tree.nodes()) {
        if (node.range.end > offset ||
            (node.range.end == offset && !std::string_view(tree.text()).substr(0, offset).ends_with('\n')))
            return true;
        if (node.kind != NodeKind::Directive)
            return false;
    }
    return true;
}

Cursor inInstruction(const SyntaxTree& tree, const Instruction& instruction, std::size_t offset) {
    Cursor out;
    for (const dockerfile::Heredoc& heredoc : instruction.heredocs) {
        if (offset < heredoc.bodyRange.begin || offset > heredoc.endRange.end)
            continue;
        out.where =
            heredoc.expand && offset <= heredoc.bodyRange.end ? Cursor::Where::Document : Cursor::Where::Nowhere;
        out.keyword = instruction.keyword;
        const std::size_t line = tree.lines().lineStart(tree.lines().line(offset));
        out.partial = tree.text().substr(line, offset - line);
        return out;
    }
    const auto joined = joinedBefore(tree, instruction, offset);
    if (!joined)
        return out;
    std::string_view rest = *joined;
    while (true) {
        rest.remove_prefix(std::min(dockerfile::skipSpaces(rest, 0), rest.size()));
        const auto end = static_cast<std::size_t>(std::ranges::find_if(rest, isSeparator) - rest.begin());
        if (end == rest.size()) {
            out.where = Cursor::Where::Keyword;
            out.partial = rest;
            return out;
        }
        out.keyword = dockerfile::keywordFromName(rest.substr(0, end));
        rest.remove_prefix(end);
        if (out.keyword != Keyword::Onbuild || out.inOnbuild)
            break;
        out.inOnbuild = true;
    }
    out.where = Cursor::Where::Arguments;
    readWords(rest, out);
    return out;
}

}  // namespace

bool Cursor::inFlags() const {
    return std::ranges::all_of(words, [](const std::string& word) { return word.starts_with("--"); });
}

std::size_t Cursor::operands() const {
    const auto first = std::ranges::find_if(words, [](const std::string& word) { return !word.starts_with("--"); });
    return static_cast<std::size_t>(words.end() - first);
}

std::string Cursor::flag(std::string_view name) const {
    std::string out;
    for (const std::string& word : words)
        if (word.starts_with("--") && std::string_view(word).substr(2).starts_with(std::string(name) + '='))
            out = word.substr(name.size() + 3);
    return out;
}

Cursor cursorAt(const SyntaxTree& tree, std::size_t offset) {
    offset = std::min(offset, tree.text().size());
    const Node* const node = nodeAround(tree, offset);
    if (node && node->instruction && offset >= node->instruction->range.begin)
        return inInstruction(tree, *node->instruction, offset);
    Cursor out;
    const std::size_t begin = tree.lines().lineStart(tree.lines().line(offset));
    const std::string_view line = std::string_view(tree.text()).substr(begin, offset - begin);
    const std::string_view typed = line.substr(dockerfile::skipSpaces(line, 0));
    if (typed.starts_with('#')) {
        out.where = isAboveAll(tree, begin) ? Cursor::Where::Directive : Cursor::Where::Comment;
        out.partial = typed.substr(1);
        out.partial.erase(0, std::min(out.partial.find_first_not_of(" \t"), out.partial.size()));
        return out;
    }
    out.where = dockerfile::trimmed(line).empty() ? Cursor::Where::Keyword : Cursor::Where::Nowhere;
    return out;
}

}  // namespace slipway::language
