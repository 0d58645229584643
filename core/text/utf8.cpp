#include "text/utf8.h"

#include <algorithm>
#include <cstdint>

namespace slipway::text {

namespace {

// Length of the well-formed sequence at the start of `bytes` (RFC 3629), or 0;
// `bad` is then the length of the maximal ill-formed part to replace.
std::size_t sequenceLength(std::string_view bytes, std::size_t& bad) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    bad = 1;
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    std::size_t length = 0;
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : 0x80;
        high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= bytes.size() || byte(i) < low || byte(i) > high) {
            bad = i;
            return 0;
        }
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

}  // namespace

std::optional<std::size_t> firstInvalidUtf8(std::string_view bytes) {
    std::size_t at = 0;
    std::size_t bad = 0;
    while (at < bytes.size()) {
        const std::size_t length = sequenceLength(bytes.substr(at), bad);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

std::string encodeUtf8(char32_t codePoint) {
    const bool surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    const char32_t point = surrogate || codePoint > 0x10FFFF ? char32_t{0xFFFD} : codePoint;
    if (point < 0x80) {
        return {static_cast<char>(point)};
    }
    const unsigned following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    std::string out{static_cast<char>((0xFF << (7 - following) & 0xFF) | point >> 6 * following)};
    for (unsigned rest = following; rest > 0; --rest) {
        out += static_cast<char>(0x80 | (point >> 6 * (rest - 1) & 0x3F));
    }
    return out;
}

std::string toValidUtf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    std::size_t at = 0;
    std::size_t bad = 0;
    while (at < bytes.size()) {
        const std::size_t length = sequenceLength(bytes.substr(at), bad);
        if (length == 0) {
            out += "\xEF\xBF\xBD";
            at += bad;
        } else {
            out += bytes.substr(at, length);
            at += length;
        }
    }
    return out;
}

std::size_t utf16Length(std::string_view utf8) {
    std::size_t units = 0;
    std::size_t at = 0;
    std::size_t bad = 0;
    while (at < utf8.size()) {
        const std::size_t length = sequenceLength(utf8.substr(at), bad);
        units += length == 4 ? 2 : 1;
        at += length == 0 ? 1 : length;
    }
    return units;
}

std::size_t utf16ToByte(std::string_view line, std::size_t utf16) {
    std::size_t units = 0;
    std::size_t at = 0;
    std::size_t bad = 0;
    while (at < line.size() && units < utf16) {
        const std::size_t length = sequenceLength(line.substr(at), bad);
        units += length == 4 ? 2 : 1;
        at += length == 0 ? 1 : length;
    }
    return at;
}

std::string oneLine(std::string_view text, std::size_t most) {
    const auto isInside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    std::string_view kept = text;
    if (text.size() > most) {
        std::size_t end = most;
        while (end > 0 && isInside(text[end])) {
            --end;
        }
        kept = text.substr(0, end);
    }
    std::string out;
    out.reserve(kept.size() + 3);
    for (auto at = std::ranges::find_if_not(kept, isSpace); at != kept.end();) {
        const auto end = std::find_if(at, kept.end(), isSpace);
        (out.empty() ? out : out += ' ').append(at, end);
        at = std::find_if_not(end, kept.end(), isSpace);
    }
    if (kept.size() < text.size()) {
        out += "…";
    }
    return out;
}

}  // namespace slipway::text
