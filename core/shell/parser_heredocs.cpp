#include "shell/characters.h"
#include "shell/parser.h"

namespace slipway::shell {

void Parser::openHeredoc(Redirection& redirection) {
    const std::size_t begin = m_source.at;
    redirection.target = delimiter();
    if (m_source.at == begin) {
        problem(begin, begin);
        return;
    }
    redirection.heredoc = static_cast<int>(m_heredocs.size());
    m_pending.push_back({redirection.heredoc, m_node});
    m_heredocs.push_back({.delimiter = redirection.target.value,
                          .expands = !redirection.target.quoted,
                          .stripTabs = redirection.operation == "<<-"});
}

/// A here-document's delimiter: quotes and escapes are taken away, nothing is expanded.
Word Parser::delimiter() {
    const std::size_t begin = m_source.at;
    WordBuilder out;
    while (wordHere()) {
        const std::size_t here = m_source.at;
        const char c = m_source.peek();
        if (c == '\\') {
            escape(out);
        } else if (c == '\'' || c == '"') {
            const std::size_t close = std::min(m_source.text.find(c, here + 1), m_source.text.size());
            m_source.at = std::min(close + 1, m_source.text.size());
            token(TokenKind::String, here, m_source.at);
            out.quoted();
            out.append(m_source.text.substr(here + 1, close - here - 1));
        } else {
            ++m_source.at;
            out.append(m_source.text.substr(here, 1));
        }
    }
    Word made{.range = m_source.range(begin, m_source.at), .quoted = out.isQuoted()};
    made.value = out.isOwned() ? m_shelf.keep(out.owned()) : out.view();
    return made;
}

/// Takes the newline, and the here-documents that begin behind it.
void Parser::newLine() {
    ++m_source.at;
    if (!m_pending.empty()) {
        readHeredocs();
    }
}

void Parser::readHeredocs() {
    const std::vector<Pending> pending = std::exchange(m_pending, {});
    for (const Pending& each : pending) {
        const auto index = static_cast<std::size_t>(each.heredoc);
        const Heredoc opened = m_heredocs[index];
        const std::size_t begin = m_source.at;
        std::size_t end = begin, next = begin;
        bool terminated = false;
        while (!terminated && end < m_source.text.size()) {
            const std::size_t lineEnd = std::min(m_source.text.find('\n', end), m_source.text.size());
            std::string_view line = m_source.text.substr(end, lineEnd - end);
            while (opened.stripTabs && line.starts_with('\t')) {
                line.remove_prefix(1);
            }
            next = std::min(lineEnd + 1, m_source.text.size());
            terminated = line == opened.delimiter ||
                         (line.ends_with('\r') && line.substr(0, line.size() - 1) == opened.delimiter);
            end = terminated ? end : next;
        }
        m_heredocs[index].body = m_source.range(begin, end);
        m_heredocs[index].terminated = terminated;
        if (!terminated) {
            problem(begin, begin);
        }
        const int owner = std::exchange(m_node, each.node);
        readExpansions(opened, begin, end);
        m_node = owner;
        token(TokenKind::Heredoc, end, next);
        m_source.at = next;
    }
}

/// What a here-document's text expands.
void Parser::readExpansions(const Heredoc& heredoc, std::size_t begin, std::size_t end) {
    const Elsewhere elsewhere(*this, {m_source.text.substr(0, end), begin, m_source.map});
    WordBuilder unused;
    std::size_t coloured = begin;
    while (heredoc.expands && !m_source.atEnd()) {
        const std::size_t here = m_source.at;
        const char c = m_source.peek();
        if (c == '\\') {
            m_source.at = std::min(here + 2, end);
        } else if (c != '$' && c != '`') {
            ++m_source.at;
        } else {
            token(TokenKind::Heredoc, coloured, here);
            coloured = here;
            if (c == '`') {
                backquoted(unused, Quote::Double);
            } else if (!dollar(unused, Quote::Double)) {
                ++m_source.at;
                continue;
            }
            coloured = m_source.at;
        }
    }
    token(TokenKind::Heredoc, coloured, end);
}

}  // namespace slipway::shell
