#include "plan/go_text.h"

#include "text/utf8.h"

#include <cstdint>
#include <cstdio>

namespace slipway::plan {

namespace {

std::string hexEscape(unsigned char byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    return {'\\', 'x', digits[byte >> 4U], digits[byte & 15U]};
}

/// The escape of a character below 0x80, or empty where it stands for itself.
std::string escapeOf(unsigned char c, char quote) {
    switch (c) {
        case '\a':
            return "\\a";
        case '\b':
            return "\\b";
        case '\f':
            return "\\f";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        case '\v':
            return "\\v";
        case '\\':
            return "\\\\";
        default:
            break;
    }
    if (c == static_cast<unsigned char>(quote))
        return {'\\', quote};
    if (c < 0x20 || c == 0x7f)
        return hexEscape(c);
    return {};
}

std::size_t sequenceLength(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4; }

/// A fraction of a unit without its trailing zeros: 1500 of 1000 is "1.5".
std::string withFraction(std::uint64_t value, std::uint64_t unit) {
    std::string out = std::to_string(value / unit);
    std::uint64_t rest = value % unit;
    if (rest == 0)
        return out;
    std::string digits = std::to_string(rest + unit).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    return out + '.' + digits;
}

}  // namespace

std::string goQuote(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80) {
            const std::string escape = escapeOf(c, '"');
            escape.empty() ? out.push_back(text[i]) : void(out += escape);
            ++i;
            continue;
        }
        const std::string_view sequence = text.substr(i, sequenceLength(c));
        if (text::firstInvalidUtf8(sequence)) {
            out += hexEscape(c);
            ++i;
        } else {
            out += sequence;
            i += sequence.size();
        }
    }
    return out + '"';
}

std::string goQuote(std::span<const std::string> list) {
    std::string out = "[";
    for (const std::string& item : list) {
        if (out.size() > 1)
            out += ' ';
        out += goQuote(std::string_view(item));
    }
    return out + ']';
}

std::string goList(std::span<const std::string> list) {
    std::string out = "[";
    bool first = true;
    for (const std::string& item : list) {
        if (!first)
            out += ' ';
        first = false;
        out += item;
    }
    return out + ']';
}

std::string goQuoteRune(int value) {
    if (value >= 0 && value < 0x80) {
        const std::string escape = escapeOf(static_cast<unsigned char>(value), '\'');
        return "'" + (escape.empty() ? std::string(1, static_cast<char>(value)) : escape) + "'";
    }
    char text[16];
    std::snprintf(text, sizeof text, "'\\u%04x'", static_cast<unsigned>(value));
    return text;
}

std::string goDuration(std::chrono::nanoseconds duration) {
    const std::int64_t count = duration.count();
    if (count == 0)
        return "0s";
    const std::uint64_t value = count < 0 ? 0 - static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count);
    const std::string sign = count < 0 ? "-" : "";
    constexpr std::uint64_t second = 1'000'000'000;
    if (value < 1'000)
        return sign + std::to_string(value) + "ns";
    if (value < 1'000'000)
        return sign + withFraction(value, 1'000) + "µs";
    if (value < second)
        return sign + withFraction(value, 1'000'000) + "ms";
    std::string out = withFraction(value % (60 * second), second) + 's';
    const std::uint64_t minutes = value / (60 * second);
    if (minutes > 0)
        out = std::to_string(minutes % 60) + 'm' + out;
    if (minutes >= 60)
        out = std::to_string(minutes / 60) + 'h' + out;
    return sign + out;
}

}  // namespace slipway::plan
