#include "context/glob.h"

#include <algorithm>

namespace slipway::context {

namespace {

constexpr std::size_t kNoStep = static_cast<std::size_t>(-1);

// The rune at a place and its length; an ill-formed byte stands for itself, outside Unicode.
std::pair<char32_t, std::size_t> runeAt(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    std::size_t length = first < 0x80                    ? 1
                         : first >= 0xf0 && first < 0xf8 ? 4
                         : first >= 0xe0                 ? 3
                         : first >= 0xc2                 ? 2
                                                         : 0;
    if (length <= 1 || first >= 0xf8 || at + length > text.size()) {
        return {length == 1 ? first : 0x110000U + first, 1};
    }
    char32_t rune = first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xc0) != 0x80) {
            return {0x110000U + first, 1};
        }
        rune = (rune << 6) | (next & 0x3fU);
    }
    return {rune, length};
}

// A rune of a class, perhaps escaped; false where there is none.
bool classRune(std::string_view pattern, std::size_t& at, char32_t& rune) {
    if (at >= pattern.size() || pattern[at] == '-' || pattern[at] == ']') {
        return false;
    }
    if (pattern[at] == '\\' && ++at >= pattern.size()) {
        return false;
    }
    const auto [value, length] = runeAt(pattern, at);
    rune = value;
    at += length;
    return at < pattern.size();
}

}  // namespace

bool Glob::addClass(std::string_view pattern, std::size_t& at) {
    Token token;
    token.kind = Token::Kind::Class;
    if (at < pattern.size() && pattern[at] == '^') {
        token.negated = true;
        ++at;
    }
    while (true) {
        if (at < pattern.size() && pattern[at] == ']' && !token.ranges.empty()) {
            ++at;
            break;
        }
        Range range;
        if (!classRune(pattern, at, range.low)) {
            return false;
        }
        range.high = range.low;
        if (pattern[at] == '-' && (!classRune(pattern, ++at, range.high) || range.high < range.low)) {
            return false;
        }
        token.ranges.push_back(range);
    }
    m_tokens.push_back(std::move(token));
    return true;
}

std::optional<Glob> Glob::compile(std::string_view pattern, bool doubleStar) {
    Glob glob;
    bool startsWithDirectories = false, escaped = false;
    for (std::size_t at = 0; at < pattern.size();) {
        const char c = pattern[at++];
        if (c == '*') {
            if (!doubleStar || at >= pattern.size() || pattern[at] != '*') {
                glob.m_tokens.push_back({.kind = Token::Kind::Star});
                continue;
            }
            startsWithDirectories = startsWithDirectories || at == 1;
            ++at;
            if (at < pattern.size() && pattern[at] == '/') {
                ++at;
            }
            glob.m_tokens.push_back({.kind = at == pattern.size() ? Token::Kind::Rest : Token::Kind::Directories});
        } else if (c == '?') {
            glob.m_tokens.push_back({.kind = Token::Kind::AnyRune});
        } else if (c == '[') {
            if (!glob.addClass(pattern, at)) {
                return std::nullopt;
            }
        } else if (c == '\\' && at >= pattern.size()) {
            return std::nullopt;
        } else {
            escaped = escaped || c == '\\';
            glob.m_tokens.push_back(
                {.kind = Token::Kind::Byte, .byte = c == '\\' ? pattern[at++] : c, .negated = c == '^'});
        }
    }
    glob.classify(startsWithDirectories && pattern.substr(0, 3) != "**/");
    if (doubleStar && (escaped || glob.m_kind == Kind::Simple || glob.m_kind == Kind::General)) {
        glob.readCarets();
    }
    return glob;
}

// Where docker makes a regular expression of a pattern, a "^" that stands for itself goes into it as it is.
void Glob::readCarets() {
    for (Token& token : m_tokens) {
        if (token.kind == Token::Kind::Byte && token.negated) {
            token = {.kind = Token::Kind::Begin};
            m_kind = Kind::General;
        }
    }
}

// Most patterns are plain text with at most one "**" at an end: those need no matching token by token.
void Glob::classify(bool looseSuffix) {
    const auto plain = [](const Token& t) { return t.kind == Token::Kind::Byte; };
    const auto text = [this](std::size_t begin, std::size_t end) {
        std::string bytes;
        for (std::size_t i = begin; i < end; ++i) {
            bytes += m_tokens[i].byte;
        }
        return bytes;
    };
    const std::size_t n = m_tokens.size();
    if (std::ranges::all_of(m_tokens, plain)) {
        m_kind = Kind::Literal;
        m_literal = text(0, n);
    } else if (m_tokens.back().kind == Token::Kind::Rest && std::all_of(m_tokens.begin(), m_tokens.end() - 1, plain)) {
        m_kind = Kind::Prefix;
        m_literal = text(0, n - 1);
    } else if (m_tokens.front().kind == Token::Kind::Directories &&
               std::all_of(m_tokens.begin() + 1, m_tokens.end(), plain)) {
        // "**x" without a "/" matches every end of a name, "**/x" whole names only.
        m_kind = Kind::Suffix;
        m_literal = (looseSuffix ? "" : "/") + text(1, n);
    } else {
        const bool general = std::ranges::any_of(
            m_tokens, [](const Token& t) { return t.kind == Token::Kind::Directories || t.kind == Token::Kind::Rest; });
        m_kind = general ? Kind::General : Kind::Simple;
    }
}

bool Glob::matches(std::string_view text) const {
    switch (m_kind) {
        case Kind::Literal:
            return text == m_literal;
        case Kind::Prefix:
            return text.starts_with(m_literal);
        case Kind::Suffix:
            return text.ends_with(m_literal) ||
                   (m_literal.starts_with('/') && text == std::string_view(m_literal).substr(1));
        case Kind::Simple:
            return matchesSimple(text);
        case Kind::General:
            break;
    }
    std::vector<bool> failed((m_tokens.size() + 1) * (text.size() + 1));
    return matchesFrom(0, text, 0, failed);
}

// Where a token that takes one rune leads to, or kNoStep.
std::size_t Glob::step(const Token& token, std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return kNoStep;
    }
    if (token.kind == Token::Kind::Byte) {
        return text[at] == token.byte ? at + 1 : kNoStep;
    }
    const auto [rune, length] = runeAt(text, at);
    if (rune == U'/') {
        return kNoStep;
    }
    if (token.kind == Token::Kind::AnyRune) {
        return at + length;
    }
    const bool inside = std::ranges::any_of(
        token.ranges, [value = rune](const Range& range) { return range.low <= value && value <= range.high; });
    return inside != token.negated ? at + length : kNoStep;
}

// Without "**" one place to go back to is enough: a later star can make up for whatever an earlier one took.
bool Glob::matchesSimple(std::string_view text) const {
    std::size_t token = 0;
    std::size_t at = 0;
    std::size_t star = kNoStep;
    std::size_t starAt = 0;
    while (true) {
        if (token < m_tokens.size() && m_tokens[token].kind == Token::Kind::Star) {
            star = token++;
            starAt = at;
            continue;
        }
        if (token == m_tokens.size() && at == text.size()) {
            return true;
        }
        const std::size_t next = token < m_tokens.size() ? step(m_tokens[token], text, at) : kNoStep;
        if (next != kNoStep) {
            ++token;
            at = next;
            continue;
        }
        if (star == kNoStep || starAt >= text.size() || text[starAt] == '/') {
            return false;
        }
        at = ++starAt;
        token = star + 1;
    }
}

bool Glob::matchesFrom(std::size_t token, std::string_view text, std::size_t at, std::vector<bool>& failed) const {
    const std::size_t begin = token * (text.size() + 1) + at;
    if (failed[begin]) {
        return false;
    }
    for (; token < m_tokens.size(); ++token) {
        const Token& t = m_tokens[token];
        if (t.kind == Token::Kind::Rest) {
            return true;
        }
        if (t.kind == Token::Kind::Star || t.kind == Token::Kind::Directories) {
            const bool star = t.kind == Token::Kind::Star;
            for (std::size_t from = at; from <= text.size(); ++from) {
                const bool boundary = star || from == at || text[from - 1] == '/';
                if (boundary && matchesFrom(token + 1, text, from, failed)) {
                    return true;
                }
                if (star && from < text.size() && text[from] == '/') {
                    break;
                }
            }
            failed[begin] = true;
            return false;
        }
        if (t.kind == Token::Kind::Begin) {
            at = at == 0 ? 0 : kNoStep;
        } else {
            at = step(t, text, at);
        }
        if (at == kNoStep) {
            failed[begin] = true;
            return false;
        }
    }
    if (at != text.size()) {
        failed[begin] = true;
        return false;
    }
    return true;
}

bool hasWildcards(std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            ++i;
        } else if (pattern[i] == '*' || pattern[i] == '?' || pattern[i] == '[') {
            return true;
        }
    }
    return false;
}

std::string cleanPattern(std::string_view pattern) {
    const bool rooted = pattern.starts_with('/');
    std::vector<std::string_view> parts;
    while (!pattern.empty()) {
        const std::size_t slash = pattern.find('/');
        const std::string_view part = pattern.substr(0, slash);
        pattern.remove_prefix(slash == std::string_view::npos ? pattern.size() : slash + 1);
        if (part.empty() || part == ".") {
            continue;
        }
        if (part == ".." && !parts.empty() && parts.back() != "..") {
            parts.pop_back();
        } else if (part != ".." || !rooted) {
            parts.push_back(part);
        }
    }
    std::string clean = rooted ? "/" : "";
    for (const std::string_view part : parts) {
        if (!clean.empty() && clean != "/") {
            clean += '/';
        }
        clean += part;
    }
    return clean.empty() ? "." : clean;
}

}  // namespace slipway::context
