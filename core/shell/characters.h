// What single characters are to a shell.
#pragma once

namespace slipway::shell {

constexpr bool isBlank(char c) { return c == ' ' || c == '\t'; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isNameStart(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool isName(char c) { return isNameStart(c) || isDigit(c); }
/// Ends a word where it isn't quoted.
constexpr bool endsWord(char c) {
    return isBlank(c) || c == '\n' || c == ';' || c == '&' || c == '|' || c == '<' || c == '>' || c == '(' || c == ')';
}
/// `$@`, `$?` and so on.
constexpr bool isSpecialParameter(char c) {
    return c == '@' || c == '*' || c == '#' || c == '?' || c == '-' || c == '$' || c == '!' || isDigit(c);
}

}  // namespace slipway::shell
