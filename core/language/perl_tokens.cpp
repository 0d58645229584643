#include "language/script_tokens.h"
#include "shell/characters.h"

#include <algorithm>
#include <array>
#include <string>

namespace slipway::language {

namespace {

using shell::isDigit;
using shell::isName;
using shell::isNameStart;

constexpr std::array<std::string_view, 45> kKeywords{
    "BEGIN",   "END",    "__FILE__", "__LINE__", "__PACKAGE__", "and",    "catch",   "cmp",     "continue",
    "default", "do",     "else",     "elsif",    "eq",          "eval",   "finally", "for",     "foreach",
    "ge",      "given",  "goto",     "gt",       "if",          "last",   "le",      "local",   "lt",
    "my",      "ne",     "next",     "no",       "not",         "or",     "our",     "package", "redo",
    "require", "return", "state",    "sub",      "try",         "unless", "until",   "use",     "while"};

class PerlReader {
    using enum SemanticKind;

public:
    explicit PerlReader(std::string_view text) : m_text(text) {}

    std::vector<ScriptToken> read() {
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == '\n')
                lineEnd();
            else if (c == '=' && isLineStart() && isNameStart(peek(1)))
                documentation();
            else if (c == '#')
                take(Comment, m_at, lineEndFrom(m_at), m_before);
            else if (c == '"' || c == '\'' || c == '`')
                string(m_at);
            else if (c == '$' || c == '@' || c == '%')
                variable();
            else if (isDigit(c) || (c == '.' && isDigit(peek(1)) && m_before != Before::Value))
                number();
            else if (isNameStart(c))
                word();
            else if (c == '/' && m_before != Before::Value && hasSlashAhead())
                string(m_at);
            else if (c == '<' && peek(1) == '<' && m_before != Before::Value && hereDocument())
                continue;
            else
                sign(c);
        }
        return std::move(m_out);
    }

private:
    /// What stands before a place: a word may be the name of a function, behind which its arguments begin.
    enum class Before : std::uint8_t { Operator, Word, Value };
    struct Document {
        std::string_view name;
        bool isIndented;
    };

    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    [[nodiscard]] bool isLineStart() const { return m_at == 0 || m_text[m_at - 1] == '\n'; }
    [[nodiscard]] std::size_t lineEndFrom(std::size_t at) const {
        return std::min(m_text.find('\n', at), m_text.size());
    }
    void take(SemanticKind kind, std::size_t begin, std::size_t end, Before before) {
        m_out.push_back({kind, {begin, end}});
        m_at = end;
        m_before = before;
    }
    void sign(char c) {
        if (c == ')' || c == ']' || c == '}')
            m_before = Before::Value;
        else if (c != ' ' && c != '\t' && c != '\r')
            m_before = Before::Operator;
        ++m_at;
    }

    /// From "=name" to "=cut".
    void documentation() {
        const std::size_t cut = m_text.find("\n=cut", m_at);
        take(Comment, m_at, cut == std::string_view::npos ? m_text.size() : lineEndFrom(cut + 1), m_before);
    }

    // Words

    void word() {
        const std::size_t begin = m_at;
        while (isName(peek()) || (peek() == ':' && peek(1) == ':' && isNameStart(peek(2))))
            m_at += peek() == ':' ? 2 : 1;
        const std::string_view word = m_text.substr(begin, m_at - begin);
        if (word == "__END__" || word == "__DATA__")
            return take(Comment, begin, m_text.size(), m_before);
        if (isPlain(begin, word)) {
            m_before = Before::Value;
            return;
        }
        static constexpr std::array<std::string_view, 9> kQuoting{"q", "qq", "qw", "qx", "m", "qr", "s", "tr", "y"};
        if (std::ranges::contains(kQuoting, word) && isQuoting())
            return string(begin, word);
        if (std::ranges::contains(kKeywords, word))
            return take(Keyword, begin, m_at, Before::Operator);
        static constexpr std::array<std::string_view, 8> kTakePatterns{"grep", "join", "map",   "print",
                                                                       "push", "say",  "split", "x"};
        m_before = std::ranges::contains(kTakePatterns, word) ? Before::Operator : Before::Word;
    }
    /// A method's, a key's or a file test's: no keyword, whatever it is.
    [[nodiscard]] bool isPlain(std::size_t begin, std::string_view word) const {
        const std::size_t behind = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
        const std::string_view before = m_text.substr(0, begin), after = m_text.substr(behind);
        return before.ends_with("->") || after.starts_with("=>") || (before.ends_with('{') && after.starts_with('}')) ||
               (before.ends_with('-') && word.size() == 1 && m_before != Before::Value);
    }
    /// Does the delimiter of an operator that quotes follow? The place is then at it.
    bool isQuoting() {
        const std::size_t behind = std::min(m_text.find_first_not_of(" \t", m_at), m_text.size());
        const char c = behind < m_text.size() ? m_text[behind] : '\0';
        constexpr std::string_view kNone = ",;)=\r\n";
        if (c == '\0' || isName(c) || kNone.contains(c) || (c == '#' && behind > m_at))
            return false;
        m_at = behind;
        return true;
    }

    // Strings

    /// What begins at `begin` with an operator that quotes, if any; its first delimiter is the next character.
    void string(std::size_t begin, std::string_view operation = {}) {
        const char quote = peek();
        const bool hasTwoParts = operation == "s" || operation == "tr" || operation == "y";
        const bool isPattern =
            hasTwoParts || operation == "m" || operation == "qr" || (operation.empty() && quote == '/');
        delimited();
        if (hasTwoParts && closing(quote) != quote)
            m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
        else if (hasTwoParts)
            --m_at;  // the delimiter between the parts ends one and begins the other
        if (hasTwoParts)
            delimited();
        while (isPattern && peek() >= 'a' && peek() <= 'z')
            ++m_at;  // how it is meant
        take(String, begin, std::min(m_at, m_text.size()), Before::Value);
    }
    static char closing(char open) {
        constexpr std::string_view kOpen = "([{<", kClose = ")]}>";
        const std::size_t at = kOpen.find(open);
        return at == std::string_view::npos ? open : kClose[at];
    }
    /// Brackets of its kind may stand in it.
    void delimited() {
        const char open = peek(), close = closing(open);
        int depth = 0;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (peek() == '\\') {
                ++m_at;
            } else if (peek() == close && depth == 0) {
                ++m_at;
                return;
            } else if (open != close) {
                depth += peek() == open ? 1 : peek() == close ? -1 : 0;
            }
        }
        m_at = m_text.size();
    }
    [[nodiscard]] bool hasSlashAhead() const {
        for (std::size_t at = m_at + 1; at < m_text.size() && m_text[at] != '\n'; ++at) {
            if (m_text[at] == '/')
                return true;
            at += m_text[at] == '\\' ? 1 : 0;
        }
        return false;
    }

    /// `<<EOF`, `<<"EOF"`, `<<~EOF`: the text begins on the next line. False where it is none.
    bool hereDocument() {
        std::size_t at = m_at + 2;
        const bool isIndented = m_text.substr(at).starts_with('~');
        at += isIndented ? 1 : 0;
        const char quote = at < m_text.size() ? m_text[at] : '\0';
        std::size_t end = at;
        if (quote == '"' || quote == '\'') {
            end = m_text.find_first_of(std::string{quote, '\n'}, ++at);
            if (end == std::string_view::npos || m_text[end] == '\n')
                return false;
        } else if (isNameStart(quote)) {
            while (end < m_text.size() && isName(m_text[end]))
                ++end;
        } else {
            return false;
        }
        m_documents.push_back({m_text.substr(at, end - at), isIndented});
        take(Operator, m_at, end + (isNameStart(quote) ? 0 : 1), Before::Value);
        return true;
    }
    void lineEnd() {
        ++m_at;
        for (const Document& document : std::exchange(m_documents, {})) {
            const std::size_t begin = m_at;
            for (bool isOpen = true; isOpen && m_at < m_text.size();) {
                const std::size_t end = lineEndFrom(m_at);
                std::string_view line = m_text.substr(m_at, end - m_at);
                line.remove_suffix(line.ends_with('\r') ? 1 : 0);
                if (document.isIndented)
                    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
                isOpen = line != document.name;
                m_at = std::min(end + 1, m_text.size());
            }
            if (begin < m_at)
                take(String, begin, m_at, m_before);
        }
    }

    // Variables and numbers

    /// `$name`, `@{$name}` (its sign is an operator), `%$name`, `$#name`, `$1`, `$@`.
    void variable() {
        const char sigil = peek();
        std::size_t end = m_at + 1;
        const auto at = [&](std::size_t place) { return place < m_text.size() ? m_text[place] : '\0'; };
        if (sigil == '$' && at(end) == '#' && (isNameStart(at(end + 1)) || at(end + 1) == '$'))
            ++end;
        while (at(end) == '$' && (isNameStart(at(end + 1)) || at(end + 1) == '$'))
            ++end;
        const bool isBraced = at(end) == '{' && (isName(at(end + 1)) || at(end + 1) == '^');
        std::size_t name = end + (isBraced ? 1 : 0);
        const std::size_t begin = name;
        name += isBraced && at(name) == '^' ? 1 : 0;
        while (isName(at(name)) || (at(name) == ':' && at(name + 1) == ':'))
            name += at(name) == ':' ? 2 : 1;
        constexpr std::string_view kSpecial = "&!@/\\,;.0$<>|\"?+-`'";
        const bool isOperator = sigil == '%' && m_before == Before::Value;
        if (!isOperator && name > begin && (!isBraced || at(name) == '}'))
            return take(Variable, m_at, name + (isBraced ? 1 : 0), Before::Value);
        if (sigil == '$' && kSpecial.contains(at(end)) && at(end) != '\0')
            return take(Variable, m_at, end + 1, Before::Value);
        sign(sigil);
    }

    void number() {
        const std::size_t begin = m_at;
        const bool isHexadecimal = peek() == '0' && (peek(1) | 0x20) == 'x';
        const auto isExponent = [&] { return !isHexadecimal && (m_text[m_at - 1] | 0x20) == 'e'; };
        ++m_at;
        while (isName(peek()) || (peek() == '.' && peek(1) != '.' && isDigit(peek(1))) ||
               ((peek() == '+' || peek() == '-') && isExponent()))
            ++m_at;
        take(Number, begin, m_at, Before::Value);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Before m_before = Before::Operator;
    std::vector<Document> m_documents;  ///< that the next line begins
    std::vector<ScriptToken> m_out;
};

}  // namespace

std::vector<ScriptToken> perlTokens(std::string_view script) { return PerlReader(script).read(); }

}  // namespace slipway::language
