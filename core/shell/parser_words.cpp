#include "shell/characters.h"
#include "shell/parser.h"
#include "text/utf8.h"

namespace slipway::shell {

namespace {

bool isProcess(const Source& source) { return source.sees("<(") || source.sees(">("); }

int digitValue(char c) {
    return isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

/// Reads up to `most` digits of a base.
unsigned number(std::string_view text, std::size_t& at, unsigned base, std::size_t most) {
    unsigned value = 0;
    for (; most > 0 && at < text.size() && digitValue(text[at]) < static_cast<int>(base); --most) {
        value = value * base + static_cast<unsigned>(digitValue(text[at++]));
    }
    return value;
}

/// What the escape sequence at text[at], behind its backslash, stands for.
std::string ansiEscape(std::string_view text, std::size_t& at) {
    static constexpr std::string_view kNames = "abeEfnrtv", kValues = "\a\b\x1b\x1b\f\n\r\t\v";
    const char c = text[at++];
    if (const std::size_t known = kNames.find(c); known != std::string_view::npos) {
        return std::string(1, kValues[known]);
    }
    if (c == 'x') {
        return std::string(1, static_cast<char>(number(text, at, 16, 2)));
    }
    if (c == 'u' || c == 'U') {
        return text::encodeUtf8(number(text, at, 16, c == 'u' ? 4 : 8));
    }
    if (c >= '0' && c <= '7') {
        return std::string(1, static_cast<char>(number(text, --at, 8, 3)));
    }
    if (c == 'c' && at < text.size()) {
        return std::string(1, static_cast<char>(text[at++] & 0x1f));
    }
    return c == '\\' || c == '\'' || c == '"' || c == '?' ? std::string(1, c) : std::string{'\\', c};
}

}  // namespace

bool Parser::wordHere() const {
    return !m_source.atEnd() && (!endsWord(m_source.peek()) || isProcess(m_source)) &&
           !(m_source.peek() == '\r' && m_source.peek(1) == '\n');
}

/// `@(…)` and its like.
bool Parser::patternHere() const {
    static constexpr std::string_view kBefore = "?*+@!";
    return m_dialect == Dialect::Bash && kBefore.contains(m_source.peek()) && m_source.peek(1) == '(' && !tooDeep();
}

Word Parser::word() {
    const std::size_t begin = m_source.at;
    WordBuilder out;
    while (!m_source.atEnd()) {
        const char c = m_source.peek();
        if (c == '\'') {
            singleQuoted(out);
        } else if (c == '"') {
            doubleQuoted(out);
        } else if (c == '\\') {
            escape(out);
        } else if (c == '`') {
            backquoted(out, Quote::None);
        } else if (c == '$' && m_source.peek(1) == '\'') {
            ansiQuoted(out);
        } else if (c == '$' && m_source.peek(1) == '"') {
            ++m_source.at;
            doubleQuoted(out);
        } else if (isProcess(m_source) && !tooDeep()) {
            substitution(out, Quote::None, PartKind::Process);
        } else if (patternHere()) {
            pattern(out);
        } else if (endsWord(c) || (c == '\r' && m_source.peek(1) == '\n')) {
            break;
        } else if (c != '$' || !dollar(out, Quote::None)) {
            literal(out);
        }
    }
    if (m_source.at == begin) {
        ++m_source.at;  // a process substitution that stands too deep
    }
    Word made{.range = m_source.range(begin, m_source.at), .constant = out.isConstant(), .quoted = out.isQuoted()};
    if (!out.isPlain()) {
        made.parts = m_shelf.keep(out.parts());
    }
    made.value = out.isOwned() ? m_shelf.keep(out.owned()) : out.view();
    return made;
}

/// Ordinary characters, the one here at least.
void Parser::literal(WordBuilder& out) {
    const std::size_t begin = m_source.at++;
    while (!m_source.atEnd()) {
        static constexpr std::string_view kSpecial = "'\"\\`$\r";
        const char c = m_source.peek();
        if (endsWord(c) || kSpecial.contains(c) || patternHere()) {
            break;
        }
        ++m_source.at;
    }
    out.literal(Quote::None, m_source.range(begin, m_source.at), m_source.text.substr(begin, m_source.at - begin));
}

void Parser::escape(WordBuilder& out) {
    if (const std::size_t length = m_source.continuation()) {
        m_source.at += length;
        return;
    }
    const std::size_t begin = m_source.at;
    m_source.at = std::min(begin + 2, m_source.text.size());
    token(TokenKind::Escape, begin, m_source.at);
    const bool alone = m_source.at == begin + 1;
    out.literal(Quote::Escape, m_source.range(begin, m_source.at), m_source.text.substr(alone ? begin : begin + 1, 1));
}

void Parser::singleQuoted(WordBuilder& out) {
    const std::size_t begin = m_source.at;
    const std::size_t close = std::min(m_source.text.find('\'', begin + 1), m_source.text.size());
    m_source.at = std::min(close + 1, m_source.text.size());
    if (close == m_source.text.size()) {
        problem(begin, begin + 1);
    }
    token(TokenKind::String, begin, m_source.at);
    out.quoted();
    out.literal(Quote::Single, m_source.range(begin + 1, close), m_source.text.substr(begin + 1, close - begin - 1));
}

void Parser::ansiQuoted(WordBuilder& out) {
    const std::size_t begin = m_source.at;
    m_source.at += 2;
    std::string value;
    while (!m_source.atEnd() && m_source.peek() != '\'') {
        const char c = m_source.text[m_source.at++];
        if (c == '\\' && !m_source.atEnd()) {
            value += ansiEscape(m_source.text, m_source.at);
        } else {
            value += c;
        }
    }
    const std::size_t close = m_source.at;
    m_source.atEnd() ? problem(begin, begin + 2) : static_cast<void>(++m_source.at);
    token(TokenKind::String, begin, m_source.at);
    out.quoted();
    out.literal(Quote::Ansi, m_source.range(begin + 2, close), m_shelf.keep(value));
}

void Parser::doubleQuoted(WordBuilder& out) {
    const std::size_t open = m_source.at++;
    out.quoted();
    std::size_t run = m_source.at, coloured = open;
    const auto flush = [&](std::size_t end) {
        out.literal(Quote::Double, m_source.range(run, end), m_source.text.substr(run, end - run));
    };
    while (!m_source.atEnd() && m_source.peek() != '"') {
        static constexpr std::string_view kEscaped = "$`\"\\";
        const std::size_t here = m_source.at;
        if (const std::size_t length = m_source.continuation()) {
            flush(here);
            run = m_source.at += length;
        } else if (m_source.peek() == '\\' && here + 1 < m_source.text.size() && kEscaped.contains(m_source.peek(1))) {
            flush(here);
            run = here + 1;
            m_source.at += 2;
        } else if (m_source.peek() == '$' || m_source.peek() == '`') {
            flush(here);
            token(TokenKind::String, coloured, here);
            run = coloured = here;
            const bool taken =
                m_source.peek() == '`' ? (backquoted(out, Quote::Double), true) : dollar(out, Quote::Double);
            taken ? static_cast<void>(run = coloured = m_source.at) : static_cast<void>(++m_source.at);
        } else {
            ++m_source.at;
        }
    }
    flush(m_source.at);
    m_source.atEnd() ? problem(open, open + 1) : static_cast<void>(++m_source.at);
    token(TokenKind::String, coloured, m_source.at);
}

/// An extended pattern such as `!(a|b)`, nested ones included, as it is written.
void Parser::pattern(WordBuilder& out) {
    const std::size_t begin = m_source.at;
    m_source.at += 2;
    for (unsigned depth = 1; depth > 0 && !m_source.atEnd() && m_source.peek() != '\n'; ++m_source.at) {
        const char c = m_source.peek();
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
        m_source.at += c == '\\' && m_source.at + 1 < m_source.text.size() ? 1 : 0;
    }
    out.literal(Quote::None, m_source.range(begin, m_source.at), m_source.text.substr(begin, m_source.at - begin));
}

}  // namespace slipway::shell
