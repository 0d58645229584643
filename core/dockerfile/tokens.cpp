// The leaves of a node: made when they are asked for, since most readers of a tree have no use for them.
#include "dockerfile/instruction_lines.h"
#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::dockerfile {

namespace {

void add(std::vector<Token>& tokens, TokenKind kind, std::size_t begin, std::size_t end) {
    if (begin < end)
        tokens.push_back({kind, {begin, end}});
}

/// Parts of an instruction in the source that have a kind of their own, in order and apart from each other.
std::vector<Token> partsOf(const Instruction& outer) {
    std::vector<Token> parts;
    const auto addRange = [&](TokenKind kind, text::Range range) { add(parts, kind, range.begin, range.end); };
    const Instruction* each = &outer;
    while (each) {
        addRange(TokenKind::Keyword, each->keywordRange);
        for (const Flag& flag : each->flags)
            addRange(TokenKind::Flag, flag.range);
        if (!each->trigger)
            break;
        each = each->trigger.get();
    }
    if (each->json) {
        for (const Word& word : each->words)
            addRange(each->keyword == Keyword::Healthcheck && &word == &each->words.front() ? TokenKind::Keyword
                                                                                            : TokenKind::Json,
                     word.range);
        return parts;
    }
    // A word that is, or overlaps, the opening of a here-document gives way to it.
    auto open = outer.heredocs.begin();
    const auto addWord = [&](text::Range word) {
        for (; open != outer.heredocs.end() && open->openRange.begin < word.end; ++open) {
            addRange(TokenKind::HeredocOpen, open->openRange);
            if (open->openRange.end > word.begin)
                word.begin = std::max(word.begin, std::min(open->openRange.end, word.end));
        }
        addRange(TokenKind::Word, word);
    };
    if (each->pairs.empty())
        for (const Word& word : each->words)
            addWord(word.range);
    for (const NameValue& pair : each->pairs) {
        addWord(pair.name.range);
        addWord(pair.value.range);
    }
    for (; open != outer.heredocs.end(); ++open)
        addRange(TokenKind::HeredocOpen, open->openRange);
    return parts;
}

/// Puts the parts, and what lies between them, into the lines they came from.
class LineTokens {
public:
    LineTokens(std::string_view text, const Instruction& instruction, std::vector<Token>& out)
        : m_text(text), m_parts(partsOf(instruction)), m_part(m_parts.begin()), m_out(out) {}

    void take(const InstructionLines& lines) {
        auto gap = lines.gaps.begin();
        for (std::size_t i = 0; i < lines.map.size(); ++i) {
            const auto [joined, begin] = lines.map[i];
            const std::size_t next = i + 1 < lines.map.size() ? lines.map[i + 1].first : lines.text.size();
            for (; gap != lines.gaps.end() && gap->range.begin < begin; ++gap)
                m_out.push_back({gap->kind, gap->range});
            piece({begin, begin + (next - joined)});
        }
        for (; gap != lines.gaps.end(); ++gap)
            m_out.push_back({gap->kind, gap->range});
    }

private:
    void piece(text::Range piece) {
        for (std::size_t at = piece.begin; at < piece.end;) {
            while (m_part != m_parts.end() && m_part->range.end <= at)
                ++m_part;
            if (m_part == m_parts.end() || m_part->range.begin >= piece.end) {
                between({at, piece.end});
                return;
            }
            const std::size_t begin = std::max(m_part->range.begin, at);
            between({at, begin});
            at = std::min(m_part->range.end, piece.end);
            m_out.push_back({m_part->kind, {begin, at}});
        }
    }

    void between(text::Range range) {
        if (range.empty())
            return;
        const std::string_view text = range.of(m_text);
        const std::size_t begin = range.begin + skipSpaces(text, 0);
        const std::size_t end = begin + trimmed(text).size();
        add(m_out, TokenKind::Space, range.begin, begin);
        add(m_out, TokenKind::Other, begin, end);
        add(m_out, TokenKind::Space, end, range.end);
    }

    std::string_view m_text;
    std::vector<Token> m_parts;
    std::vector<Token>::const_iterator m_part;
    std::vector<Token>& m_out;
};

}  // namespace

std::vector<Token> SyntaxTree::tokens(const Node& node) const {
    constexpr std::string_view kBom = "\xEF\xBB\xBF";
    const bool marked = node.range.begin == 0 && m_text.starts_with(kBom);
    const std::size_t begin = node.range.begin + (marked ? kBom.size() : 0);
    std::vector<Token> out;
    add(out, TokenKind::Bom, node.range.begin, begin);
    if (node.kind == NodeKind::Blank) {
        add(out, TokenKind::Space, begin, node.range.end);
        return out;
    }
    const std::size_t start = skipSpaces(m_text, begin);
    add(out, TokenKind::Space, begin, start);
    if (!node.instruction) {
        const std::size_t end = lineAt(m_text, start).contentEnd;
        add(out, node.kind == NodeKind::Directive ? TokenKind::Directive : TokenKind::Comment, start, end);
        add(out, TokenKind::NewLine, end, node.range.end);
        return out;
    }
    InstructionLines lines;
    joinLines(m_text, start, m_escape, lines);
    LineTokens(m_text, *node.instruction, out).take(lines);
    const std::vector<Heredoc>& heredocs = node.instruction->heredocs;
    for (std::size_t i = 0; i < heredocs.size(); ++i) {
        const std::size_t end = i + 1 < heredocs.size() ? heredocs[i + 1].bodyRange.begin : node.range.end;
        add(out, TokenKind::HeredocBody, heredocs[i].bodyRange.begin, heredocs[i].bodyRange.end);
        add(out, TokenKind::HeredocEnd, heredocs[i].endRange.begin, heredocs[i].endRange.end);
        if (heredocs[i].terminated)
            add(out, TokenKind::NewLine, heredocs[i].endRange.end, end);
    }
    return out;
}

}  // namespace slipway::dockerfile
