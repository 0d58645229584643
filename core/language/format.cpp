#include "language/format.h"

#include "dockerfile/directives.h"
#include "dockerfile/instruction.h"
#include "language/format_columns.h"
#include "plan/plan.h"
#include "shell/characters.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace slipway::language {

namespace {

using dockerfile::Instruction;
using dockerfile::Keyword;
using dockerfile::Node;
using dockerfile::NodeKind;
using dockerfile::SyntaxTree;
using dockerfile::Token;
using dockerfile::TokenKind;
using shell::isBlank;

constexpr std::string_view kIndent = "    ";

bool areBlanks(std::string_view text) { return std::ranges::all_of(text, isBlank); }

/// A keyword alone is still being written, and the blank behind it may be what ends a here-document above that nothing
/// else ends.
bool isBare(const Instruction& instruction) { return instruction.arguments.empty() && instruction.flags.empty(); }

class Formatter {
public:
    explicit Formatter(const SyntaxTree& tree) : m_tree(tree), m_text(tree.text()) {}

    void node(const Node& node) {
        switch (node.kind) {
            case NodeKind::Blank:
                for (const Token& token : m_tree.tokens(node))
                    blankLines(token);
                break;
            case NodeKind::Comment:
            case NodeKind::Directive:
                for (const Token& token : m_tree.tokens(node))
                    if (token.kind != TokenKind::Space)
                        lineEnd(token.range);
                break;
            case NodeKind::Instruction:
                if (!isBare(*node.instruction) && dockerfile::interpret(*node.instruction, m_tree.lines())) {
                    m_tokens = m_tree.tokens(node);
                    std::erase_if(m_tokens, [&](const Token& token) {
                        return token.range.begin < node.instruction->range.begin;  // what stands before it stays
                    });
                    instruction(*node.instruction);
                }
                break;
        }
    }

    /// One line end behind the last line, and nothing behind that.
    void end() {
        const auto& nodes = m_tree.nodes();
        if (nodes.empty())
            return;
        const Node& last = nodes.back();
        if (last.kind == NodeKind::Blank) {
            for (const Token& token : m_tree.tokens(last)) {
                if (token.kind == TokenKind::Space && isAscii(token.range)) {
                    std::erase_if(m_edits,
                                  [&](const text::Edit& edit) { return edit.range.begin >= token.range.begin; });
                    edit(token.range, "");
                }
            }
            return;
        }
        const bool broken = last.instruction && !dockerfile::interpret(*last.instruction, m_tree.lines()).has_value();
        if (!broken && !m_text.ends_with('\n')) {
            const std::size_t first = m_text.find('\n');
            const bool crlf = first != std::string_view::npos && first > 0 && m_text[first - 1] == '\r';
            // A line end's own "\r" may be there without its "\n".
            edit({m_text.size(), m_text.size()}, crlf && !m_text.ends_with('\r') ? "\r\n" : "\n");
        }
    }

    [[nodiscard]] std::vector<text::Edit> take() {
        std::ranges::stable_sort(m_edits, {}, &text::Edit::range);
        return std::move(m_edits);
    }

private:
    void edit(text::Range range, std::string_view replacement) {
        if (range.of(m_text) != replacement)
            m_edits.push_back({range, std::string(replacement)});
    }

    [[nodiscard]] bool isAscii(text::Range range) const {
        return std::ranges::all_of(range.of(m_text), [](char c) { return isBlank(c) || c == '\r' || c == '\n'; });
    }

    /// Drops the blanks at the end of a range.
    void lineEnd(text::Range range) {
        std::size_t begin = range.end;
        while (begin > range.begin && isBlank(m_text[begin - 1]))
            --begin;
        // Behind a lone "\r" they keep it from becoming part of the line's end.
        if (begin == 0 || m_text[begin - 1] != '\r')
            edit({begin, range.end}, "");
    }

    void blankLines(const Token& token) {
        if (token.kind != TokenKind::Space || !isAscii(token.range))
            return;
        for (std::size_t at = token.range.begin; at < token.range.end;) {
            const std::size_t begin = at;
            while (at < token.range.end && isBlank(m_text[at]))
                ++at;
            edit({begin, at}, "");
            while (at < token.range.end && !isBlank(m_text[at]))
                ++at;
        }
    }

    void upperCase(text::Range range) {
        for (std::size_t at = range.begin; at < range.end; ++at) {
            const char c = m_text[at];
            m_upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        edit(range, m_upper);
        m_upper.clear();
    }

    [[nodiscard]] bool endsLine(const std::vector<Token>& tokens, std::size_t index) const {
        return index + 1 == tokens.size() || tokens[index + 1].kind == TokenKind::NewLine;
    }

    void instruction(const Instruction& instruction) {
        const std::vector<Token>& tokens = m_tokens;
        m_words = takesWords(instruction);
        m_begin = instruction.arguments.empty() ? instruction.range.end : instruction.argumentsRange.begin;
        const bool stepped = mayIndent(instruction);
        std::string indent;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const Token& token = tokens[i];
            const bool first = i > 0 && m_text[token.range.begin - 1] == '\n';  // of its line
            if (first && stepped)
                continuationLine(instruction, i, indent);
            switch (token.kind) {
                case TokenKind::Keyword:
                    if (token.range.begin < m_begin)
                        upperCase(token.range);
                    break;
                case TokenKind::Space:
                    if (endsLine(tokens, i)) {
                        // What an ONBUILD ends with is kept in the image.
                        if (first || instruction.keyword != Keyword::Onbuild)
                            lineEnd(token.range);
                    } else if (!first && tokens[i + 1].kind != TokenKind::Continuation && isApart(token)) {
                        gap(instruction, i);
                    }
                    break;
                case TokenKind::Comment:
                    lineEnd(token.range);
                    break;
                case TokenKind::Continuation:
                    continuation(token);
                    break;
                case TokenKind::Other:
                    comma(instruction, i);
                    break;
                default:
                    break;
            }
        }
        capitals(instruction);
    }

    /// AS of FROM, CMD and NONE of HEALTHCHECK.
    void capitals(const Instruction& instruction) {
        const std::size_t index = instruction.keyword == Keyword::From ? 1 : 0;
        if (instruction.keyword != Keyword::From && instruction.keyword != Keyword::Healthcheck)
            return;
        if (instruction.words.size() <= index)
            return;
        const text::Range word = instruction.words[index].range;
        for (const Token& token : m_tokens)
            if (token.range.begin >= word.begin && token.range.end <= word.end && token.kind != TokenKind::Continuation)
                upperCase(token.range);
    }

    /// Does white space here only keep tokens apart?
    [[nodiscard]] bool isApart(const Token& token) const {
        return areBlanks(token.range.of(m_text)) && (m_words || token.range.end <= m_begin);
    }

    void gap(const Instruction& instruction, std::size_t index) {
        const Token& token = m_tokens[index];
        if (instruction.json && token.range.begin > m_begin && index > 0) {
            const char before = m_text[token.range.begin - 1];
            const char after = m_text[token.range.end];
            const bool tight = m_tokens[index - 1].kind == TokenKind::Other && before == '[';
            const bool behind = m_tokens[index + 1].kind == TokenKind::Other && (after == ',' || after == ']');
            if (tight || behind) {
                edit(token.range, "");
                return;
            }
        }
        if (token.range.size() < 2 || !standsInColumn(m_tree, instruction, token.range.end))
            edit(token.range, " ");
    }

    /// A comma of a JSON array with a string right behind it.
    void comma(const Instruction& instruction, std::size_t index) {
        const std::vector<Token>& tokens = m_tokens;
        const Token& token = tokens[index];
        if (instruction.json && m_text[token.range.end - 1] == ',' && index + 1 < tokens.size() &&
            tokens[index + 1].kind == TokenKind::Json)
            edit({token.range.end, token.range.end}, " ");
    }

    /// Blanks between the escape and the line's end.
    void continuation(const Token& token) {
        const std::size_t begin = token.range.begin + 1;
        std::size_t end = begin;
        while (end < token.range.end && isBlank(m_text[end]))
            ++end;
        edit({begin, end}, "");
    }

    /// May its continuation lines move? Not where the indentation of one is text of a command: then none does, so that
    /// they keep their places to each other. Nor where they lay out an array.
    [[nodiscard]] bool mayIndent(const Instruction& instruction) const {
        if ((m_words && !instruction.json) || instruction.arguments.empty())
            return true;
        return std::ranges::none_of(m_tokens, [&](const Token& token) {
            return token.kind == TokenKind::Continuation && token.range.begin > m_begin;
        });
    }

    /// Indents the line that begins with the token. `indent` is that of the first such line, empty until there is one.
    void continuationLine(const Instruction& instruction, std::size_t index, std::string& indent) {
        const std::vector<Token>& tokens = m_tokens;
        const Token& token = tokens[index];
        const bool spaced = token.kind == TokenKind::Space;
        if (spaced && (index + 1 == tokens.size() || !areBlanks(token.range.of(m_text))))
            return;
        const TokenKind kind = spaced ? tokens[index + 1].kind : token.kind;
        if (kind == TokenKind::Comment || kind == TokenKind::NewLine || kind == TokenKind::Continuation ||
            kind == TokenKind::HeredocBody || kind == TokenKind::HeredocEnd)
            return;
        // Only where white space keeps the tokens apart already.
        if (!spaced && !isBehindSpace(tokens, index))
            return;
        const std::string_view has = spaced ? token.range.of(m_text) : std::string_view{};
        if (indent.empty()) {
            indent = has.empty() ? std::string(ownIndent(instruction)).append(kIndent) : std::string(has);
        }
        const bool comparable = !has.contains('\t') && !indent.contains('\t');
        if (has.empty() || (comparable && has.size() < indent.size()))
            edit({token.range.begin, token.range.begin + has.size()}, indent);
    }

    /// Blanks before the instruction's first line.
    [[nodiscard]] std::string_view ownIndent(const Instruction& instruction) const {
        std::size_t begin = instruction.range.begin;
        while (begin > 0 && isBlank(m_text[begin - 1]))
            --begin;
        return m_text.substr(begin, instruction.range.begin - begin);
    }

    /// Is the last thing in the lines above that is neither escape nor comment white space between tokens?
    [[nodiscard]] bool isBehindSpace(const std::vector<Token>& tokens, std::size_t index) const {
        while (index > 0) {
            const Token& token = tokens[--index];
            if (token.kind == TokenKind::Continuation) {
                if (index == 0)
                    return false;
                const Token& before = tokens[index - 1];
                return before.kind == TokenKind::Space && m_text[before.range.end - 1] != '\n';
            }
        }
        return false;
    }

    const SyntaxTree& m_tree;
    std::string_view m_text;
    std::vector<text::Edit> m_edits;
    std::string m_upper;
    std::vector<Token> m_tokens;  ///< of the instruction at hand
    bool m_words = false;         ///< of the instruction at hand: takesWords()
    std::size_t m_begin = 0;      ///< where its arguments begin
};

bool isForeign(const SyntaxTree& tree) {
    const auto syntax = dockerfile::findSyntax(tree.text());
    return syntax && !syntax->value.empty() && !plan::isOwnFrontend(syntax->value);
}

/// Index of the node that holds an offset.
std::size_t nodeAt(const SyntaxTree& tree, std::size_t offset) {
    const auto& nodes = tree.nodes();
    const auto after = std::ranges::upper_bound(nodes, offset, {}, [](const Node& node) { return node.range.begin; });
    return after == nodes.begin() ? 0 : static_cast<std::size_t>(after - nodes.begin()) - 1;
}

/// What a line begins with.
std::string indentOf(const SyntaxTree& tree, std::uint32_t line) {
    const std::string_view text = tree.text();
    const std::size_t begin = tree.lines().lineStart(line);
    std::size_t end = begin;
    while (end < text.size() && isBlank(text[end]))
        ++end;
    return std::string(text.substr(begin, end - begin));
}

/// The indentation that a new continuation line before `offset` takes after the lines above it; nullopt where none is.
std::optional<std::string> newLineIndent(const SyntaxTree& tree, const Node& node, std::size_t offset) {
    const Instruction& instruction = *node.instruction;
    const std::uint32_t line = tree.lines().line(offset);
    if (line <= instruction.firstLine || line > instruction.lastLine + 1)
        return {};
    const bool follows = std::ranges::any_of(tree.tokens(node), [&](const Token& token) {
        return token.kind == TokenKind::Continuation && token.range.end == offset;
    });
    if (!follows)
        return {};
    std::string indent = indentOf(tree, line - 1);
    if (line - 1 == instruction.firstLine)
        indent += kIndent;
    return indent;
}

}  // namespace

std::vector<text::Edit> format(const SyntaxTree& tree) {
    if (isForeign(tree))
        return {};
    Formatter formatter(tree);
    for (const Node& node : tree.nodes())
        formatter.node(node);
    formatter.end();
    return formatter.take();
}

std::vector<text::Edit> format(const SyntaxTree& tree, text::Range range) {
    if (isForeign(tree) || tree.nodes().empty())
        return {};
    Formatter formatter(tree);
    const auto& nodes = tree.nodes();
    std::size_t index = nodeAt(tree, range.begin);
    for (; index < nodes.size() && (nodes[index].range.begin < range.end || nodes[index].range.contains(range.begin));
         ++index)
        formatter.node(nodes[index]);
    return formatter.take();
}

std::vector<text::Edit> formatNewLine(const SyntaxTree& tree, std::size_t offset) {
    const std::string_view text = tree.text();
    while (offset > 0 && offset <= text.size() && isBlank(text[offset - 1]))  // an editor's own indentation
        --offset;
    if (isForeign(tree) || offset == 0 || offset > text.size() || text[offset - 1] != '\n')
        return {};
    const Node& node = tree.nodes()[nodeAt(tree, offset - 1)];
    if (node.kind != NodeKind::Instruction)
        return {};
    std::size_t end = offset;
    while (end < text.size() && isBlank(text[end]))
        ++end;
    const bool empty = end == text.size() || text[end] == '\n' || text[end] == '\r';
    const auto indented = [&](const std::string& indent) {
        return empty && text.substr(offset, end - offset) != indent ? std::vector<text::Edit>{{{offset, end}, indent}}
                                                                    : std::vector<text::Edit>{};
    };
    if (const auto indent = newLineIndent(tree, node, offset))
        return indented(*indent);
    if (node.range.end != offset)
        return {};
    std::vector<text::Edit> edits = format(tree, node.range);
    // An editor indents as the last line of the instruction is; what follows it begins where it began.
    if (node.instruction->lastLine > node.instruction->firstLine && end > offset)
        std::ranges::move(indented(indentOf(tree, node.instruction->firstLine)), std::back_inserter(edits));
    return edits;
}

}  // namespace slipway::language
