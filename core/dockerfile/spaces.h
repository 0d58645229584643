// White space as the Dockerfile language knows it: Unicode's, on UTF-8 bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace slipway::dockerfile {

/// Length in bytes of the white space character at `at`; 0 where there is none.
[[nodiscard]] std::size_t spaceAt(std::string_view text, std::size_t at);
/// Length in bytes of the white space character that ends before `end`; 0 where there is none.
[[nodiscard]] std::size_t spaceBefore(std::string_view text, std::size_t end);
/// Offset of the first byte at or after `at` that is no white space, at most text.size().
[[nodiscard]] std::size_t skipSpaces(std::string_view text, std::size_t at);
/// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// One of tab, vertical tab, form feed, carriage return and blank, which separate words.
[[nodiscard]] inline bool isSeparator(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }
/// Length in bytes of the letter, digit or underscore at `at` (Unicode letters count); 0 for anything else.
[[nodiscard]] std::size_t nameCharacterAt(std::string_view text, std::size_t at);
/// ASCII letters in lower case, all other bytes as they are.
[[nodiscard]] inline char lowerCase(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
/// Are two texts equal but for the case of ASCII letters?
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);

}  // namespace slipway::dockerfile
