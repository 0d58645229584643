#include "dockerfile/words.h"

#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::dockerfile {

std::vector<TextWord> splitAtSeparators(std::string_view text) {
    std::vector<TextWord> words;
    words.reserve(4);
    std::size_t at = 0;
    while (at < text.size()) {
        if (isSeparator(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && !isSeparator(text[at]))
            ++at;
        words.push_back({std::string(text.substr(begin, at - begin)), begin, at});
    }
    return words;
}

std::vector<TextWord> splitOutsideQuotes(std::string_view text, char escape) {
    std::vector<TextWord> words;
    std::size_t at = skipSpaces(text, 0);
    while (at < text.size()) {
        const std::size_t begin = at;
        std::size_t kept = text.size();  // but for an escape at the very end
        char quote = 0;
        while (at < text.size()) {
            const char c = text[at];
            if (quote == 0 && spaceAt(text, at) != 0)
                break;
            if (c == escape && quote != '\'') {
                kept -= at + 1 == text.size() ? 1 : 0;
                at = std::min(at + 2, text.size());
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"'))
                quote = c;
            else if (c == quote)
                quote = 0;
            ++at;
        }
        if (begin < std::min(at, kept))
            words.push_back({std::string(text.substr(begin, std::min(at, kept) - begin)), begin, at});
        at = skipSpaces(text, at);
    }
    return words;
}

namespace {

std::size_t skipSeparators(std::string_view text, std::size_t at) {
    while (at < text.size() && isSeparator(text[at]))
        ++at;
    return at;
}

/// Reads the flag at `at`, leaving `at` behind it.
TextFlag readFlag(std::string_view text, std::size_t& at, char escape) {
    TextFlag flag{{}, at, at, {}};
    flag.plain.reserve(std::min(text.find(' ', at), text.size()) - at);  // mostly all of it
    char quote = 0;
    for (; at < text.size(); ++at) {
        char c = text[at];
        if (quote == 0 && isSeparator(c))
            break;
        if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
            continue;
        }
        if (quote != 0 && c == quote) {
            quote = 0;
            continue;
        }
        if (c == escape) {
            if (at + 1 == text.size())
                continue;
            c = text[++at];
        }
        if (c == '=' && !flag.separator)
            flag.separator = at;
        flag.plain += c;
    }
    flag.end = at;
    return flag;
}

}  // namespace

TextFlags splitFlags(std::string_view text, char escape) {
    TextFlags out;
    std::size_t at = skipSeparators(text, 0);
    while (text.substr(at).starts_with("--")) {
        TextFlag flag = readFlag(text, at, escape);
        if (flag.plain == "--") {
            out.terminator = flag.begin;
            break;
        }
        out.flags.push_back(std::move(flag));
        at = skipSeparators(text, at);
    }
    out.end = skipSpaces(text, at);
    return out;
}

}  // namespace slipway::dockerfile
