#include "shell/characters.h"
#include "shell/parser.h"

namespace slipway::shell {

bool Parser::dollar(WordBuilder& out, Quote quote) {
    const char next = m_source.peek(1);
    if (next == '{' && !tooDeep()) {
        bracedParameter(out, quote);
    } else if (next == '(' && !tooDeep()) {
        m_source.peek(2) == '(' && looksArithmetic(3) ? arithmetic(out, quote)
                                                      : substitution(out, quote, PartKind::Command);
    } else if (isNameStart(next)) {
        std::size_t length = 1;
        while (isName(m_source.peek(length))) {
            ++length;
        }
        parameter(out, quote, length);
    } else if (isSpecialParameter(next)) {
        parameter(out, quote, 2);
    } else {
        return false;
    }
    return true;
}

void Parser::parameter(WordBuilder& out, Quote quote, std::size_t length) {
    const std::size_t begin = m_source.at;
    m_source.at += length;
    token(TokenKind::Variable, begin, m_source.at);
    const std::string_view written = m_source.text.substr(begin, length);
    out.expansion({PartKind::Parameter, quote, m_source.range(begin, m_source.at), written.substr(1)}, written);
}

/// `${…}`; what stands behind the name is read for its own quotes and expansions.
void Parser::bracedParameter(WordBuilder& out, Quote quote) {
    const Deeper deeper(*this);
    const std::size_t begin = m_source.at;
    m_source.at += 2;
    if ((m_source.peek() == '#' || m_source.peek() == '!') && m_source.peek(1) != '}') {
        ++m_source.at;
    }
    const std::size_t name = m_source.at;
    if (isNameStart(m_source.peek())) {
        while (isName(m_source.peek())) {
            ++m_source.at;
        }
    } else if (isSpecialParameter(m_source.peek())) {
        ++m_source.at;
    }
    const std::string_view named = m_source.text.substr(name, m_source.at - name);
    WordBuilder inside;
    std::size_t coloured = begin;
    while (!m_source.atEnd() && m_source.peek() != '}') {
        const std::size_t here = m_source.at;
        const char c = m_source.peek();
        if (c == '\\') {
            m_source.at = std::min(here + 2, m_source.text.size());
            continue;
        }
        if (c != '$' && c != '`' && c != '"' && (c != '\'' || quote == Quote::Double)) {
            ++m_source.at;
            continue;
        }
        token(TokenKind::Variable, coloured, here);
        coloured = here;
        if (c == '"') {
            doubleQuoted(inside);
        } else if (c == '\'') {
            singleQuoted(inside);
        } else if (c == '`') {
            backquoted(inside, quote);
        } else if (!dollar(inside, quote)) {
            ++m_source.at;
            continue;
        }
        coloured = m_source.at;
    }
    m_source.atEnd() ? problem(begin, begin + 2) : static_cast<void>(++m_source.at);
    token(TokenKind::Variable, coloured, m_source.at);
    out.expansion({PartKind::Parameter, quote, m_source.range(begin, m_source.at), named},
                  m_source.text.substr(begin, m_source.at - begin));
    for (const Part& part : inside.parts()) {
        if (part.kind != PartKind::Literal) {
            out.inner(part);
        }
    }
}

void Parser::arithmetic(WordBuilder& out, Quote quote) {
    const std::size_t begin = m_source.at;
    WordBuilder inside;
    takeOperator(3);
    insideArithmetic(inside, quote);
    out.expansion({PartKind::Arithmetic, quote, m_source.range(begin, m_source.at)},
                  m_source.text.substr(begin, m_source.at - begin));
    for (const Part& part : inside.parts()) {
        out.inner(part);
    }
}

/// Behind `((`, up to and with `))`.
void Parser::insideArithmetic(WordBuilder& out, Quote quote) {
    const Deeper deeper(*this);
    const std::size_t begin = m_source.at;
    unsigned depth = 0;
    while (!m_source.atEnd()) {
        const char c = m_source.peek();
        if (c == ')' && depth == 0) {
            break;
        }
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
        if (c == '`') {
            backquoted(out, quote);
        } else if (c != '$' || !dollar(out, quote)) {
            ++m_source.at;
        }
    }
    if (m_source.sees("))")) {
        takeOperator(2);
    } else {
        problem(begin - 2, begin);
    }
}

/// Whether what stands behind `((` ends with `))`: else it is a subshell in parentheses. Looks so far and no farther.
bool Parser::looksArithmetic(std::size_t ahead) const {
    static constexpr std::size_t kFar = 2048;
    unsigned depth = 0;
    char quote = 0;
    for (const std::size_t end = ahead + kFar; ahead < end && m_source.at + ahead < m_source.text.size(); ++ahead) {
        const char c = m_source.peek(ahead);
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '\\') {
            ++ahead;
        } else if (c == ')' && depth == 0) {
            return m_source.peek(ahead + 1) == ')';
        } else {
            depth += c == '(' ? 1 : 0;
            depth -= c == ')' ? 1 : 0;
        }
    }
    return false;
}

/// `$(…)`, `<(…)`, `>(…)`: a script of its own.
void Parser::substitution(WordBuilder& out, Quote quote, PartKind kind) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Substitution, {.parent = m_node});
    takeOperator(2);
    const auto around = std::exchange(m_open, {});
    const int owner = std::exchange(m_node, node);
    list(node, kParen);
    m_node = owner;
    m_open = around;
    m_source.peek() == ')' ? takeOperator(1) : problem(begin, begin + 2);
    m_nodes[static_cast<std::size_t>(node)].range = m_source.range(begin, m_source.at);
    out.expansion({kind, quote, m_source.range(begin, m_source.at), {}, node},
                  m_source.text.substr(begin, m_source.at - begin));
}

/// `…` in backquotes. Where backslashes quote backquotes and dollars, a copy without them is read.
void Parser::backquoted(WordBuilder& out, Quote quote) {
    const std::size_t begin = m_source.at;
    const std::string_view text = m_source.text;
    std::string plain;
    PlaceMap map;
    bool copied = false;
    std::size_t at = begin + 1, run = begin + 1;
    const auto flush = [&] {
        map.emplace_back(plain.size(), m_source.place(run));
        plain += text.substr(run, at - run);
    };
    for (; at < text.size() && text[at] != '`'; ++at) {
        const char next = text[at] == '\\' && at + 1 < text.size() ? text[at + 1] : '\0';
        if (next == '`' || next == '$' || next == '\\' || (next == '"' && quote == Quote::Double)) {
            flush();
            copied = true;
            run = ++at;
        }
    }
    const std::size_t close = at;
    const int node = add(NodeKind::Substitution, {.parent = m_node});
    takeOperator(1);
    if (!tooDeep()) {
        Source inside{text.substr(0, close), begin + 1, m_source.map};
        if (copied) {
            flush();
            inside = {m_shelf.keep(plain), 0, &map};
        }
        const Elsewhere elsewhere(*this, inside);
        const int owner = std::exchange(m_node, node);
        list(node, 0);
        m_node = owner;
    } else {
        problem(begin, close);
    }
    m_source.at = close;
    m_source.atEnd() ? problem(begin, begin + 1) : takeOperator(1);
    m_nodes[static_cast<std::size_t>(node)].range = m_source.range(begin, m_source.at);
    out.expansion({PartKind::Command, quote, m_source.range(begin, m_source.at), {}, node},
                  text.substr(begin, m_source.at - begin));
}

}  // namespace slipway::shell
