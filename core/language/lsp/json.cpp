#include "lsp/json.h"

#include "text/utf8.h"

#include <algorithm>
#include <charconv>

namespace slipway::lsp {

std::string_view Places::line(std::size_t number) const {
    if (number == 0 || number > m_lines.lineCount()) {
        return {};
    }
    const std::size_t begin = m_lines.lineStart(number);
    const std::size_t end = number == m_lines.lineCount() ? m_text.size() : m_lines.lineStart(number + 1);
    std::string_view out = m_text.substr(begin, end - begin);
    while (out.ends_with('\n') || out.ends_with('\r')) {
        out.remove_suffix(1);
    }
    return out;
}

std::pair<std::size_t, std::size_t> Places::lineAndCharacter(std::size_t offset) const {
    const text::Position place = m_lines.position(offset);
    const std::string_view content = line(place.line);
    std::size_t column = std::min<std::size_t>(place.column - 1, content.size());
    while (column > 0 && column < content.size() && (static_cast<unsigned char>(content[column]) & 0xC0U) == 0x80U) {
        --column;  // a character's inside
    }
    if (m_encoding == Encoding::Utf8) {
        return {place.line - 1, column};
    }
    // Counted from the last place: where many are asked for, the next one is near, however long the line is.
    if (m_last.line != place.line) {
        m_last = {place.line, 0, 0};
    }
    const auto [from, to] = std::minmax(m_last.column, column);
    const std::size_t units = text::utf16Length(content.substr(from, to - from));
    m_last.character = column < m_last.column ? m_last.character - units : m_last.character + units;
    m_last.column = column;
    return {place.line - 1, m_last.character};
}

Json Places::position(std::size_t offset) const {
    const auto [number, character] = lineAndCharacter(offset);
    return {{"line", number}, {"character", character}};
}

Json Places::range(text::Range range) const { return {{"start", position(range.begin)}, {"end", position(range.end)}}; }

Json Places::edits(std::span<const text::Edit> edits) const {
    Json out = Json::array();
    for (const text::Edit& edit : edits) {
        out.push_back({{"range", range(edit.range)}, {"newText", edit.replacement}});
    }
    return out;
}

std::size_t Places::offset(const Json& position) const {
    const auto number = std::max<std::int64_t>(0, position.at("line").get<std::int64_t>());
    const auto character = std::max<std::int64_t>(0, position.at("character").get<std::int64_t>());
    if (static_cast<std::uint64_t>(number) >= m_lines.lineCount()) {
        return m_text.size();
    }
    const auto lineNumber = static_cast<std::size_t>(number) + 1;
    const std::string_view content = line(lineNumber);
    const auto count = static_cast<std::size_t>(character);
    const std::size_t column =
        m_encoding == Encoding::Utf8 ? std::min(count, content.size()) : text::utf16ToByte(content, count);
    return m_lines.lineStart(lineNumber) + column;
}

text::Range Places::range(const Json& range) const {
    const std::size_t begin = offset(range.at("start"));
    return {begin, std::max(begin, offset(range.at("end")))};
}

std::size_t Places::length(text::Range range) const {
    return m_encoding == Encoding::Utf8 ? range.size() : text::utf16Length(range.of(m_text));
}

std::string pathOf(std::string_view uri) {
    constexpr std::string_view kScheme = "file:/";
    if (!uri.starts_with(kScheme)) {
        return {};
    }
    uri.remove_prefix(kScheme.size() - 1);
    if (uri.starts_with("//")) {
        uri.remove_prefix(2);
        uri.remove_prefix(std::min(uri.find('/'), uri.size()));  // a host's name
    }
    std::string out;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        unsigned value = 0;
        if (uri[i] == '%' && i + 2 < uri.size() &&
            std::from_chars(uri.data() + i + 1, uri.data() + i + 3, value, 16).ptr == uri.data() + i + 3) {
            out += static_cast<char>(value);
            i += 2;
        } else {
            out += uri[i];
        }
    }
    return out;
}

std::string uriOf(std::string_view path) {
    constexpr std::string_view kPlain = "-_.~/";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out = "file://";
    for (const char c : path) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || kPlain.contains(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            ((out += '%') += kDigits[byte >> 4U]) += kDigits[byte & 15U];
        }
    }
    return out;
}

}  // namespace slipway::lsp
