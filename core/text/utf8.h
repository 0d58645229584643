// UTF-8 and its way to UTF-16 columns: the one place where the two meet.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace slipway::text {

/// Offset of the first byte that is not well-formed UTF-8 (RFC 3629), if any.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view bytes);
/// The text with each maximal ill-formed part replaced by U+FFFD.
[[nodiscard]] std::string toValidUtf8(std::string_view bytes);
/// A code point's bytes; U+FFFD's for what is none.
[[nodiscard]] std::string encodeUtf8(char32_t codePoint);
/// Number of UTF-16 code units of a UTF-8 text; an invalid byte counts as one.
[[nodiscard]] std::size_t utf16Length(std::string_view utf8);
/// Byte offset in `line` of the given UTF-16 offset; clamped to the line.
[[nodiscard]] std::size_t utf16ToByte(std::string_view line, std::size_t utf16);
/// In one line: white space is one blank each time; of more than `most` bytes the first ones, up to a character's
/// beginning, and "…".
[[nodiscard]] std::string oneLine(std::string_view text, std::size_t most);

}  // namespace slipway::text
