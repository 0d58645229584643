#include "checks/hadolint/words.h"

namespace slipway::checks::hadolint {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string_view withoutQuotes(std::string_view word) {
    const auto isQuote = [](char c) { return c == '"' || c == '\''; };
    while (!word.empty() && isQuote(word.front())) {
        word.remove_prefix(1);
    }
    while (!word.empty() && isQuote(word.back())) {
        word.remove_suffix(1);
    }
    return word;
}

bool mayBeAbsolute(std::string_view path) {
    path = withoutQuotes(path);
    return path.starts_with('/') || path.starts_with('$') ||
           (path.size() > 1 && isLetter(path.front()) && path[1] == ':');
}

}  // namespace slipway::checks::hadolint
