#include "dockerfile/durations.h"

#include "dockerfile/spaces.h"

#include <array>
#include <string>
#include <utility>

namespace slipway::dockerfile {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A decimal number with an optional fraction at the front of `text`; nullopt where there is none.
std::optional<long double> takeNumber(std::string_view& text) {
    std::size_t end = 0;
    std::size_t digits = 0;
    bool point = false;
    for (; end < text.size(); ++end) {
        if (isDigit(text[end]))
            ++digits;
        else if (text[end] == '.' && !point)
            point = true;
        else
            break;
    }
    if (digits == 0)
        return {};
    long double value = 0;
    long double scale = 1;
    for (const char c : text.substr(0, end)) {
        if (c == '.') {
            scale = 0.1L;
            continue;
        }
        if (scale == 1) {
            value = value * 10 + (c - '0');
        } else {
            value += scale * (c - '0');
            scale /= 10;
        }
    }
    text.remove_prefix(end);
    return value;
}

std::optional<long double> takeUnit(std::string_view& text) {
    static constexpr std::array<std::pair<std::string_view, long double>, 8> kUnits{{
        {"ns", 1.0L},
        {"us", 1e3L},
        {"\xC2\xB5s", 1e3L},
        {"\xCE\xBCs", 1e3L},
        {"ms", 1e6L},
        {"s", 1e9L},
        {"m", 60e9L},
        {"h", 3600e9L},
    }};
    for (const auto& [unit, value] : kUnits) {
        if (text.starts_with(unit)) {
            text.remove_prefix(unit.size());
            return value;
        }
    }
    return {};
}

}  // namespace

std::optional<std::chrono::nanoseconds> readDuration(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text == "0")
        return std::chrono::nanoseconds{0};
    if (text.empty())
        return {};
    long double total = 0;
    while (!text.empty()) {
        const auto number = takeNumber(text);
        const auto unit = number ? takeUnit(text) : std::nullopt;
        if (!unit)
            return {};
        total += *number * *unit;
        if (total > 9223372036854775807.0L)
            return {};
    }
    // Rounded, so that decimal fractions such as 0.3s come out whole.
    const auto whole = static_cast<std::int64_t>(total + 0.001L);
    return std::chrono::nanoseconds{negative ? -whole : whole};
}

std::optional<std::uint64_t> readSize(std::string_view text) {
    const auto number = takeNumber(text);
    if (!number)
        return {};
    if (text.starts_with(' '))
        text.remove_prefix(1);
    long double unit = 1;
    if (!text.empty() && lowerCase(text.front()) != 'b') {
        const std::size_t power = std::string_view("kmgtp").find(lowerCase(text.front()));
        if (power == std::string_view::npos)
            return {};
        for (std::size_t i = 0; i <= power; ++i)
            unit *= 1024;
        text.remove_prefix(1);
        if (!text.empty() && lowerCase(text.front()) == 'i') {
            text.remove_prefix(1);
            if (text.empty())
                return {};
        }
    }
    if (!text.empty() && !equalsIgnoringCase(text, "b"))
        return {};
    const long double size = *number * unit;
    if (size >= 9223372036854775808.0L)
        return {};
    return static_cast<std::uint64_t>(size);
}

std::optional<bool> readBoolean(std::string_view text) {
    for (const std::string_view yes : {"1", "t", "T", "TRUE", "true", "True"})
        if (text == yes)
            return true;
    for (const std::string_view no : {"0", "f", "F", "FALSE", "false", "False"})
        if (text == no)
            return false;
    return {};
}

}  // namespace slipway::dockerfile
