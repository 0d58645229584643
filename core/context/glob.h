// Patterns as Go's filepath.Match has them, with "**" where it is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::context {

/// A compiled pattern. `*` and `?` don't match "/"; `[a-z]`, `[^a]` and `\x` as in Go's filepath.Match. With
/// `doubleStar`, as .dockerignore has it: "**" at the end matches anything, elsewhere any number of whole directories
/// (also none); and beside a wildcard "^" is the text's beginning, as docker takes it. Immutable, any thread.
class Glob {
public:
    /// nullopt for a bad pattern: a class that is not closed or runs backwards, a "\" at the end.
    static std::optional<Glob> compile(std::string_view pattern, bool doubleStar);

    [[nodiscard]] bool matches(std::string_view text) const;
    /// Without wildcards: matches just `literal()`.
    [[nodiscard]] bool isLiteral() const { return m_kind == Kind::Literal; }
    [[nodiscard]] const std::string& literal() const { return m_literal; }

private:
    struct Range {
        char32_t low = 0, high = 0;
    };
    struct Token {
        enum class Kind : std::uint8_t { Byte, AnyRune, Class, Star, Directories, Rest, Begin } kind = Kind::Byte;
        char byte = 0;
        bool negated = false;  ///< of a class; of a byte: it is a "^" with no "\" before it
        std::vector<Range> ranges;
    };
    enum class Kind : std::uint8_t { Literal, Prefix, Suffix, Simple, General };

    bool addClass(std::string_view pattern, std::size_t& at);
    void classify(bool startsWithDirectories);
    void readCarets();
    [[nodiscard]] bool matchesSimple(std::string_view text) const;
    [[nodiscard]] bool matchesFrom(std::size_t token, std::string_view text, std::size_t at,
                                   std::vector<bool>& failed) const;
    [[nodiscard]] static std::size_t step(const Token& token, std::string_view text, std::size_t at);

    Kind m_kind = Kind::Literal;
    std::string m_literal;
    std::vector<Token> m_tokens;
};

/// Has `*`, `?` or `[` that no "\" takes the meaning from.
[[nodiscard]] bool hasWildcards(std::string_view pattern);
/// Go's filepath.Clean: "a//b/../c/" → "a/c", "" → ".".
[[nodiscard]] std::string cleanPattern(std::string_view pattern);

}  // namespace slipway::context
