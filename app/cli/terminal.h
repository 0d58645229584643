// What is printed, in columns.
#pragma once

#include "arguments.h"

#include <cstdio>
#include <string>
#include <string_view>

namespace slipway::cli {

/// Is standard output a terminal that can move its cursor?
[[nodiscard]] bool isTerminal();
/// Is what happens told in place, by asking for it or on a terminal?
[[nodiscard]] bool isLive(ProgressKind kind);
/// False where NO_COLOR says so (https://no-color.org).
[[nodiscard]] bool wantsColors();
struct TerminalSize {
    std::size_t columns = 80, rows = 24;
};
/// 80 by 24 where it isn't known.
[[nodiscard]] TerminalSize terminalSize(std::FILE* out);
/// Of UTF-8 text: two for each wide character, as terminals show them. Needs an LC_CTYPE of UTF-8.
[[nodiscard]] std::size_t columnsOf(std::string_view text);
/// One line without what a terminal would take as an order; invalid bytes become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);
/// A line without what moves the cursor, cut to a width in columns; invalid bytes become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text, std::size_t width);

}  // namespace slipway::cli
