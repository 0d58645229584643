// The bodies of here-documents, ended or not.
#include "dockerfile/parser.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::dockerfile {

namespace {

std::string_view withoutTabs(std::string_view text) {
    while (text.starts_with('\t'))
        text.remove_prefix(1);
    return text;
}

}  // namespace

bool Parser::isTerminator(const PhysicalLine& line, const HeredocOpening& opening) const {
    const std::string_view content = line.content(m_text);
    return (opening.stripTabs ? withoutTabs(content) : content) == opening.name;
}

/// Is there a terminator from here on? Asked before the lines are read, so that many
/// here-documents without one still take linear time.
bool Parser::mayTerminate(const HeredocOpening& opening) {
    constexpr int kNear = 100;  // lines; most end here, and no table of all lines is needed
    std::size_t near = m_at;
    for (int i = 0; i < kNear && near < m_text.size(); ++i) {
        const PhysicalLine line = lineAt(m_text, near);
        if (isTerminator(line, opening))
            return true;
        near = line.end;
    }
    if (near >= m_text.size())
        return false;
    constexpr std::size_t kMostSearches = 8;  // of the whole text, before a table of its lines is cheaper
    if (!opening.name.empty() && m_searched / kMostSearches <= m_text.size())
        return standsBelow(near, opening);
    if (m_lastLine.empty()) {
        for (std::size_t at = m_at; at < m_text.size();) {
            const PhysicalLine line = lineAt(m_text, at);
            m_lastLine[line.content(m_text)] = at;
            m_lastTabbedLine[withoutTabs(line.content(m_text))] = at;
            at = line.end;
        }
    }
    const auto& last = opening.stripTabs ? m_lastTabbedLine : m_lastLine;
    const auto found = last.find(opening.name);
    return found != last.end() && found->second >= m_at;
}

bool Parser::standsBelow(std::size_t from, const HeredocOpening& opening) {
    std::size_t found = m_text.find(opening.name, from);
    for (; found != std::string_view::npos; found = m_text.find(opening.name, found + 1)) {
        std::size_t begin = found;
        while (opening.stripTabs && begin > from && m_text[begin - 1] == '\t')
            --begin;
        if ((begin == 0 || m_text[begin - 1] == '\n') && isTerminator(lineAt(m_text, begin), opening))
            break;
    }
    m_searched += std::min(found, m_text.size()) - from;
    return found != std::string_view::npos;
}

Heredoc Parser::heredocBody(const HeredocOpening& opening, Instruction& instruction) {
    Heredoc out;
    out.name = opening.name;
    out.expand = opening.expand;
    out.stripTabs = opening.stripTabs;
    out.fileDescriptor = opening.fileDescriptor;
    out.openRange = {opening.begin, opening.end};
    out.bodyRange = {m_at, m_at};
    out.terminated = mayTerminate(opening);
    while (m_at < m_text.size()) {
        const PhysicalLine line = lineAt(m_text, m_at);
        if (out.terminated && isTerminator(line, opening)) {
            out.bodyRange.end = m_at;
            out.endRange = {line.begin, line.contentEnd};
            advance(line);
            break;
        }
        // Nothing ends it: what looks like an instruction is taken for one, so that the rest of a
        // half-typed file is still understood.
        if (!out.terminated && beginsInstruction(line.content(m_text)))
            break;
        advance(line);
        out.bodyRange.end = m_at;
    }
    out.content = out.bodyRange.of(m_text);
    if (!out.terminated) {
        out.endRange = {m_at, m_at};
        instruction.problems.push_back(
            {Severity::Error, text::say("Unterminated heredoc: no line holds just {} to end it.", opening.name),
             out.openRange});
    }
    return out;
}

void Parser::heredocBodies(Instruction& instruction, const std::vector<HeredocOpening>& openings) {
    std::vector<Heredoc> heredocs;
    for (const HeredocOpening& opening : openings) {
        Heredoc heredoc = heredocBody(opening, instruction);
        heredocs.push_back(std::move(heredoc));
    }
    instruction.heredocs = std::move(heredocs);
}

}  // namespace slipway::dockerfile
