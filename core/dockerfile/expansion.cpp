#include "dockerfile/expansion.h"

#include "dockerfile/expansion_lexer.h"
#include "dockerfile/spaces.h"

#include <algorithm>
#include <unordered_set>

namespace slipway::dockerfile {

namespace {

/// Nothing in it to be replaced or taken away.
bool isPlain(std::string_view word, char escape) {
    return std::ranges::none_of(word, [&](char c) { return c == '$' || c == '\'' || c == '"' || c == escape; });
}

Result<Expansion> expansionOf(std::string_view text, const LexerRules& rules, const Variables& variables) {
    Lexer lexer(text, rules, &variables);
    auto expanded = lexer.text();
    if (!expanded)
        return std::unexpected(expanded.error());
    return Expansion{std::move(*expanded), std::move(lexer.used()), std::move(lexer.unset())};
}

}  // namespace

Result<Expansion> expandWord(std::string_view word, const Variables& variables, char escape) {
    if (isPlain(word, escape))
        return Expansion{std::string(word), {}, {}};
    LexerRules rules;
    rules.escape = escape;
    return expansionOf(word, rules, variables);
}

Result<std::vector<std::string>> expandWords(std::string_view text, const Variables& variables, char escape) {
    LexerRules rules;
    rules.escape = escape;
    return Lexer(text, rules, &variables).words();
}

Result<Expansion> expandDocument(std::string_view text, const Variables& variables) {
    LexerRules rules;
    rules.plainQuotes = true;
    return expansionOf(text, rules, variables);
}

std::vector<std::string> usedNames(std::string_view word, char escape) {
    std::vector<std::string> names;
    if (!word.contains('$'))
        return names;
    std::unordered_set<std::string> seen;
    bool quoted = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char c = word[at];
        if (c == escape) {
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == '\'' && !quoted) {
            at = std::min(word.find('\'', at + 1), word.size());
        } else if (c == '$') {
            std::size_t begin = at + 1;
            if (begin < word.size() && word[begin] == '{')
                ++begin;
            std::size_t end = begin;
            while (const std::size_t length = nameCharacterAt(word, end))
                end += length;
            if (end == begin)
                continue;
            std::string name(word.substr(begin, end - begin));
            if (seen.insert(name).second)
                names.push_back(std::move(name));
            at = end - 1;
        }
    }
    return names;
}

}  // namespace slipway::dockerfile
