// A large text is read from its beginning and from its middle at a time.
#include "dockerfile/parser.h"
#include "dockerfile/spaces.h"
#include "memory/large_pages.h"
#include "parallel/pieces.h"

#include <algorithm>
#include <iterator>

namespace slipway::dockerfile {

bool beginsInstruction(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && line[end] >= 'A' && line[end] <= 'Z')
        ++end;
    if (end == 0 || end >= line.size() || !isSeparator(line[end]))
        return false;
    return keywordFromName(line.substr(0, end)) != Keyword::Unknown;
}

Parser::Parser(SyntaxTree& part, const SyntaxTree& whole, std::size_t begin)
    : m_tree(part),
      m_text(whole.m_text),
      m_lines(whole.m_lines),
      m_begin(begin),
      m_at(begin),
      m_line(whole.m_lines.line(begin)),
      m_directivesDone(true) {
    part.m_escape = whole.m_escape;
}

void Parser::nodesUntil(std::size_t end) {
    constexpr std::size_t kMany = 8192;  // take less memory than a piece of it
    while (m_at < m_text.size() && (m_at != end || !m_comments.empty())) {
        if (m_tree.m_nodes.size() % kMany == kMany - 1)
            memory::expect();
        node();
    }
}

std::size_t Parser::likelyNode(std::size_t offset) const {
    constexpr std::uint32_t kNear = 1000;
    const std::uint32_t first = m_lines.line(offset) + 1;
    PhysicalLine above = lineAt(m_text, m_lines.lineStart(first - 1));
    std::string_view before = "#";  // the last line that isn't empty; comments above that are not known yet
    for (std::uint32_t line = first; line < first + kNear && above.end < m_text.size(); ++line) {
        const PhysicalLine here = lineAt(m_text, above.end);
        if (const std::string_view words = trimmed(above.content(m_text)); !words.empty())
            before = words;
        if (beginsInstruction(here.content(m_text)) && !before.starts_with('#') && !before.ends_with(m_tree.m_escape))
            return here.begin;
        above = here;
    }
    return m_text.size();
}

/// What begins in the middle may turn out to be a here-document's body: then the first half goes on to the end.
void Parser::halves() {
    constexpr std::size_t kWorthAThread = 500'000;
    if (m_text.size() - m_at < kWorthAThread)
        return;
    const std::size_t middle = likelyNode(m_at + (m_text.size() - m_at) / 2);
    if (middle == m_text.size())
        return;
    SyntaxTree part;
    Parser second(part, m_tree, middle);
    parallel::eachPiece(2, 1, [&](std::size_t index, std::size_t) {
        if (index == 0)
            nodesUntil(middle);
        else
            second.nodesUntil(m_text.size());
    });
    if (m_at != middle)
        return;
    std::ranges::move(part.m_nodes, std::back_inserter(m_tree.m_nodes));
    std::ranges::move(part.m_instructions, std::back_inserter(m_tree.m_instructions));
    std::ranges::move(part.m_diagnostics, std::back_inserter(m_tree.m_diagnostics));
    m_at = m_text.size();
}

}  // namespace slipway::dockerfile
