#include "dockerfile/spaces.h"

#include <algorithm>
#include <array>

namespace slipway::dockerfile {

namespace {

struct Span {
    std::uint32_t first, last;
};

// Code points above ASCII that are no letters: punctuation, symbols, marks, controls, private use.
constexpr std::array kNoLetters{
    Span{0x80, 0xA9},        Span{0xAB, 0xB4},     Span{0xB6, 0xB9},     Span{0xBB, 0xBF},       Span{0xD7, 0xD7},
    Span{0xF7, 0xF7},        Span{0x2C2, 0x2C5},   Span{0x2D2, 0x2DF},   Span{0x2ED, 0x2ED},     Span{0x2EF, 0x36F},
    Span{0x375, 0x375},      Span{0x37E, 0x37E},   Span{0x387, 0x387},   Span{0x482, 0x489},     Span{0x55A, 0x55F},
    Span{0x589, 0x5CF},      Span{0x5F3, 0x61F},   Span{0x64B, 0x66D},   Span{0x6D4, 0x6D4},     Span{0x1680, 0x1680},
    Span{0x2000, 0x2070},    Span{0x2072, 0x207E}, Span{0x2080, 0x208F}, Span{0x20A0, 0x2101},   Span{0x2190, 0x2BFF},
    Span{0x2CE5, 0x2CEA},    Span{0x2CEF, 0x2CF1}, Span{0x2CF9, 0x2CFF}, Span{0x2E00, 0x2E2E},   Span{0x2E30, 0x3004},
    Span{0x3007, 0x3030},    Span{0x3036, 0x303A}, Span{0x303D, 0x3040}, Span{0x3097, 0x309C},   Span{0x30A0, 0x30A0},
    Span{0x30FB, 0x30FB},    Span{0x3190, 0x319F}, Span{0x31C0, 0x31EF}, Span{0x3200, 0x33FF},   Span{0x4DC0, 0x4DFF},
    Span{0xD800, 0xF8FF},    Span{0xFB29, 0xFB29}, Span{0xFD3E, 0xFD4F}, Span{0xFDFC, 0xFE6F},   Span{0xFEFF, 0xFF20},
    Span{0xFF3B, 0xFF40},    Span{0xFF5B, 0xFF65}, Span{0xFFE0, 0xFFFF}, Span{0x1D000, 0x1D3FF}, Span{0x1F000, 0x1FFFF},
    Span{0xE0000, 0x10FFFF},
};

/// Length of the well-formed sequence at `at` and its code point; 0 where it is none.
std::size_t decode(std::string_view text, std::size_t at, std::uint32_t& code) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    const std::uint8_t lead = byte(0);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    code = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (byte(i) & 0x3FU);
    }
    return length;
}

}  // namespace

std::size_t spaceAt(std::string_view text, std::size_t at) {
    if (at >= text.size())
        return 0;
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (static_cast<std::uint8_t>(c) < 0xC2)
        return 0;
    const std::string_view rest = text.substr(at, 3);
    if (rest.starts_with("\xC2\x85") || rest.starts_with("\xC2\xA0"))
        return 2;
    if (rest.size() < 3)
        return 0;
    if (rest == "\xE1\x9A\x80" || rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" || rest == "\xE2\x80\xAF" ||
        rest == "\xE2\x81\x9F" || rest == "\xE3\x80\x80")
        return 3;
    const auto last = static_cast<std::uint8_t>(rest[2]);
    return rest.starts_with("\xE2\x80") && last >= 0x80 && last <= 0x8A ? 3 : 0;
}

std::size_t spaceBefore(std::string_view text, std::size_t end) {
    for (std::size_t length = 1; length <= 3 && length <= end; ++length)
        if (spaceAt(text.substr(0, end), end - length) == length)
            return length;
    return 0;
}

std::size_t skipSpaces(std::string_view text, std::size_t at) {
    while (const std::size_t length = spaceAt(text, at))
        at += length;
    return at;
}

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(skipSpaces(text, 0));
    while (const std::size_t length = spaceBefore(text, text.size()))
        text.remove_suffix(length);
    return text;
}

std::size_t nameCharacterAt(std::string_view text, std::size_t at) {
    if (at >= text.size())
        return 0;
    const char c = text[at];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')
        return 1;
    std::uint32_t code = 0;
    const std::size_t length = decode(text, at, code);
    if (length == 0)
        return 0;
    const auto* span = std::ranges::lower_bound(kNoLetters, code, {}, &Span::last);
    return span != kNoLetters.end() && code >= span->first ? 0 : length;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, [](char c) { return lowerCase(c); }, [](char c) { return lowerCase(c); });
}

}  // namespace slipway::dockerfile
