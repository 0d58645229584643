// The scanner behind expansion: quotes, escapes and substitutions of one text. Internal to core/dockerfile.
#pragma once

#include "dockerfile/expansion.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace slipway::dockerfile {

struct LexerRules {
    char escape = '\\';
    bool keepQuotes = false;   ///< quotes stay in the result
    bool keepEscapes = false;  ///< so do escapes
    bool keepUnset = false;    ///< a substitution of an unset name stays as it is written
    bool plainQuotes = false;  ///< quotes are characters like any
};

/// One pass over one text. `variables` may be null where all names are unset.
class Lexer {
public:
    Lexer(std::string_view text, LexerRules rules, const Variables* variables = nullptr)
        : m_text(text), m_rules(rules), m_variables(variables) {}

    [[nodiscard]] Result<std::string> text();
    /// Split at white space, also at white space that came out of an unquoted substitution.
    [[nodiscard]] Result<std::vector<std::string>> words();

    [[nodiscard]] std::vector<std::string>& used() { return m_used; }
    [[nodiscard]] std::vector<std::string>& unset() { return m_unset; }

private:
    /// Collects the result's words beside its text; only the outermost scan has one.
    class Words;

    Result<std::string> scanUntil(char stop, bool keepEscapes, Words* words);
    Result<std::string> singleQuoted();
    Result<std::string> doubleQuoted();
    Result<std::string> dollar();
    Result<std::string> braces(std::size_t begin);
    Result<std::string> conditional(const std::string& name, char kind, bool nullIsUnset, std::size_t begin);
    Result<std::string> trim(const std::string& name, char kind, std::size_t begin);
    Result<std::string> replacement(const std::string& name, std::size_t begin);
    std::string name();
    std::optional<std::string> look(const std::string& name);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] std::string written(std::size_t begin) const {
        return std::string(m_text.substr(begin, m_at - begin));
    }
    [[nodiscard]] std::unexpected<Error> broken(const std::string& what) const;
    [[nodiscard]] std::size_t mostBytes() const;
    [[nodiscard]] std::unexpected<Error> tooLong() const;

    std::string_view m_text;
    std::size_t m_at = 0;
    LexerRules m_rules;
    bool m_keepEscapes = false;
    int m_depth = 0;
    const Variables* m_variables;
    std::vector<std::string> m_used, m_unset;
    std::unordered_set<std::string> m_seen;
};

}  // namespace slipway::dockerfile
