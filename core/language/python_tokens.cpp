#include "language/script_tokens.h"
#include "shell/characters.h"

#include <algorithm>
#include <array>
#include <string>

namespace slipway::language {

namespace {

constexpr std::array<std::string_view, 35> kKeywords{
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

class PythonReader {
public:
    explicit PythonReader(std::string_view text) : m_text(text) {}

    std::vector<ScriptToken> read() {
        while (m_at < m_text.size()) {
            const std::size_t begin = m_at;
            if (peek() == '#')
                take(SemanticKind::Comment, begin, std::min(m_text.find('\n', begin), m_text.size()));
            else if (peek() == '"' || peek() == '\'')
                string(begin);
            else if (shell::isDigit(peek()) || (peek() == '.' && shell::isDigit(peek(1))))
                number(begin);
            else if (isLetter(peek()))
                word(begin);
            else
                ++m_at;
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    /// Letters beyond ASCII count, whatever they are.
    static bool isLetter(char c) { return shell::isNameStart(c) || static_cast<unsigned char>(c) >= 0x80; }

    void take(SemanticKind kind, std::size_t begin, std::size_t end) {
        m_out.push_back({kind, {begin, end}});
        m_at = end;
    }

    void word(std::size_t begin) {
        static constexpr std::array<std::string_view, 11> kPrefixes{"r",  "u",  "b",  "f",  "t", "br",
                                                                    "rb", "fr", "rf", "tr", "rt"};
        while (isLetter(peek()) || shell::isDigit(peek()))
            ++m_at;
        const std::string_view word = m_text.substr(begin, m_at - begin);
        if (peek() == '"' || peek() == '\'') {
            std::string prefix(word);
            std::ranges::transform(prefix, prefix.begin(), [](char c) { return static_cast<char>(c | 0x20); });
            if (std::ranges::contains(kPrefixes, prefix))
                return string(begin);
        }
        if (std::ranges::contains(kKeywords, word))
            take(SemanticKind::Keyword, begin, m_at);
    }

    void number(std::size_t begin) {
        const auto isExponent = [&] {
            return m_at > begin && (m_text[m_at - 1] | 0x20) == 'e' && !isHexadecimal(begin);
        };
        while (shell::isName(peek()) || peek() == '.' || ((peek() == '+' || peek() == '-') && isExponent()))
            ++m_at;
        take(SemanticKind::Number, begin, m_at);
    }
    [[nodiscard]] bool isHexadecimal(std::size_t begin) const {
        return m_text[begin] == '0' && begin + 1 < m_text.size() && (m_text[begin + 1] | 0x20) == 'x';
    }

    /// From its prefix on; the quote is the next. One that is never closed ends with its line, or in threes with the
    /// text.
    void string(std::size_t begin) {
        const char quote = peek();
        const bool isLong = peek(1) == quote && peek(2) == quote;
        m_at += isLong ? 3 : 1;
        while (m_at < m_text.size() && (isLong || peek() != '\n')) {
            if (peek() == '\\')
                m_at += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
            else if (peek() != quote || (isLong && (peek(1) != quote || peek(2) != quote)))
                ++m_at;
            else
                return take(SemanticKind::String, begin, m_at + (isLong ? 3 : 1));
        }
        take(SemanticKind::String, begin, std::min(m_at, m_text.size()));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<ScriptToken> m_out;
};

}  // namespace

std::vector<ScriptToken> pythonTokens(std::string_view script) { return PythonReader(script).read(); }

}  // namespace slipway::language
