// Values as Go's fmt prints them: image histories are written that way.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>

namespace slipway::plan {

/// %q of a string: double quotes, with Go's escapes.
[[nodiscard]] std::string goQuote(std::string_view text);
/// %q of a list of strings: `["a" "b"]`.
[[nodiscard]] std::string goQuote(std::span<const std::string> list);
/// %v of a list of strings: `[a b]`.
[[nodiscard]] std::string goList(std::span<const std::string> list);
/// %q of an int, which Go prints as a character: `'\x03'`.
[[nodiscard]] std::string goQuoteRune(int value);
/// String() of a time.Duration: `1m30s`, `500ms`, `0s`.
[[nodiscard]] std::string goDuration(std::chrono::nanoseconds duration);

}  // namespace slipway::plan
