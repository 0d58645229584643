#include "dockerfile/heredocs.h"

#include "dockerfile/expansion_lexer.h"
#include "dockerfile/spaces.h"
#include "dockerfile/syntax_tree.h"

#include <algorithm>
#include <charconv>

namespace slipway::dockerfile {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// "<<", "<<-" with a number before it and blanks behind it, read from the start of `word`; 0 where there is none.
std::size_t operatorLength(std::string_view word, HeredocOpening& out) {
    std::size_t at = 0;
    while (at < word.size() && word[at] >= '0' && word[at] <= '9')
        ++at;
    if (!word.substr(at).starts_with("<<"))
        return 0;
    std::from_chars(word.data(), word.data() + at, out.fileDescriptor);
    at += 2;
    out.stripTabs = word.substr(at).starts_with('-');
    at += out.stripTabs ? 1 : 0;
    while (at < word.size() && isBlank(word[at]))
        ++at;
    return at;
}

std::ptrdiff_t quotesIn(std::string_view word) {
    return std::ranges::count_if(word, [](char c) { return c == '\'' || c == '"'; });
}

/// Nothing in it is more than itself, as in most names.
bool isPlain(std::string_view name) {
    return std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Takes the delimiter's quotes away; false where it is no single word.
Result<bool> readName(std::string_view name, HeredocOpening& out) {
    if (name.empty() || name.contains('<'))
        return false;
    if (isPlain(name)) {
        out.name = name;
        return true;
    }
    LexerRules rules;
    rules.keepUnset = true;
    const auto plain = Lexer(name, rules).words();
    if (!plain)
        return std::unexpected(plain.error());
    if (plain->size() != 1)
        return false;
    out.name = plain->front();
    // Quotes forbid to expand, an escape does not.
    rules.keepQuotes = true;
    const auto written = Lexer(name, rules).words();
    out.expand = !written || quotesIn(written->front()) == quotesIn(out.name);
    return true;
}

struct Piece {
    std::size_t begin, end;
};

/// Behind `<<`, `<<-` and the blanks that follow: they belong to the word, and so does what stands next.
std::size_t skipOperator(std::string_view line, std::size_t at) {
    at += line.substr(at).starts_with("<<-") ? 3 : 2;
    while (at < line.size() && isBlank(line[at]))
        ++at;
    return at;
}

/// Words at white space outside quotes. An escape keeps what follows.
std::vector<Piece> pieces(std::string_view line) {
    std::vector<Piece> out;
    std::size_t at = skipSpaces(line, 0);
    while (at < line.size()) {
        const std::size_t begin = at;
        char quote = 0;
        while (at < line.size() && (quote != 0 || spaceAt(line, at) == 0)) {
            const char c = line[at];
            if (quote == 0 && line.substr(at).starts_with("<<")) {
                at = skipOperator(line, at);
                continue;
            }
            if (c == '\\' && quote != '\'' && at + 1 < line.size())
                ++at;
            else if (quote == 0 && (c == '\'' || c == '"'))
                quote = c;
            else if (c == quote)
                quote = 0;
            ++at;
        }
        out.push_back({begin, at});
        at = skipSpaces(line, at);
    }
    return out;
}

bool isWellFormed(std::string_view line) {
    if (line.find_first_of("$'\"\\") == std::string_view::npos)
        return true;
    LexerRules rules;
    rules.keepUnset = true;
    rules.keepQuotes = true;
    rules.keepEscapes = true;
    return Lexer(line, rules).text().has_value();
}

}  // namespace

Result<std::optional<HeredocOpening>> readHeredocWord(std::string_view word) {
    HeredocOpening out;
    const std::size_t length = operatorLength(word, out);
    if (length == 0)
        return std::optional<HeredocOpening>{};
    const auto named = readName(word.substr(length), out);
    if (!named)
        return std::unexpected(named.error());
    if (!*named)
        return std::optional<HeredocOpening>{};
    out.end = word.size();
    return out;
}

std::vector<HeredocOpening> heredocsInLine(std::string_view line) {
    std::vector<HeredocOpening> out;
    if (!line.contains("<<") || !isWellFormed(line))
        return out;
    for (const Piece& piece : pieces(line)) {
        auto opening = readHeredocWord(line.substr(piece.begin, piece.end - piece.begin));
        if (!opening || !*opening)
            continue;
        (*opening)->begin = piece.begin;
        (*opening)->end = piece.end;
        out.push_back(std::move(**opening));
    }
    return out;
}

std::string Heredoc::consumed() const {
    if (!stripTabs)
        return content;
    std::string out;
    out.reserve(content.size());
    bool lineStart = true;
    for (const char c : content) {
        if (lineStart && c == '\t')
            continue;
        lineStart = c == '\n';
        out += c;
    }
    return out;
}

}  // namespace slipway::dockerfile
