#include "lsp/changed_text.h"

#include "text/utf8.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace slipway::lsp {

namespace {

constexpr std::size_t kLeastRoom = 256;

bool isInside(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t numberOf(const Json& position, const char* name) {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, position.at(name).get<std::int64_t>()));
}

std::string_view withoutEnd(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

}  // namespace

ChangedText::ChangedText(std::string text, Encoding encoding) : m_encoding(encoding) { replaceAll(std::move(text)); }

void ChangedText::replaceAll(std::string text) {
    m_text = std::move(text);
    m_gap = m_gapSize = m_units = 0;
    m_starts = {0};
    m_after.clear();
    for (std::size_t at = m_text.find('\n'); at != std::string::npos; at = m_text.find('\n', at + 1)) {
        m_after.push_back(m_text.size() - at - 1);
    }
    std::ranges::reverse(m_after);
}

std::string ChangedText::take() && {
    m_text.erase(m_gap, m_gapSize);
    return std::move(m_text);
}

std::string_view ChangedText::restOfLine() const {
    const std::size_t lineEnd = m_after.empty() ? end() : end() - m_after.back();
    return std::string_view(m_text).substr(m_gap + m_gapSize, lineEnd - m_gap);
}

std::size_t ChangedText::unitsOf(std::string_view part) const {
    return m_encoding == Encoding::Utf8 ? part.size() : text::utf16Length(part);
}

/// Within the gap's line m_units is the caller's to say; at the beginning of another it is 0.
void ChangedText::moveTo(std::size_t offset) {
    char* const data = m_text.data();
    const std::size_t line = m_starts.size();
    if (offset < m_gap) {
        std::memmove(data + offset + m_gapSize, data + offset, m_gap - offset);
        for (; m_starts.back() > offset; m_starts.pop_back()) {
            m_after.push_back(end() - m_starts.back());
        }
    } else if (offset > m_gap) {
        std::memmove(data + m_gap, data + m_gap + m_gapSize, offset - m_gap);
        for (; !m_after.empty() && end() - m_after.back() <= offset; m_after.pop_back()) {
            m_starts.push_back(end() - m_after.back());
        }
    }
    m_gap = offset;
    if (line != m_starts.size()) {
        m_units = unitsOf(std::string_view(m_text).substr(m_starts.back(), m_gap - m_starts.back()));
    }
}

void ChangedText::goAhead(std::size_t units) {
    const std::string_view content = withoutEnd(restOfLine());
    const std::size_t size =
        m_encoding == Encoding::Utf8 ? std::min(units, content.size()) : text::utf16ToByte(content, units);
    m_units += unitsOf(content.substr(0, size));
    moveTo(m_gap + size);
}

void ChangedText::goBack(std::size_t units) {
    const std::size_t wanted = m_units - units;
    std::size_t at = m_gap;
    while (m_units > wanted) {
        std::size_t begin = at - 1;
        while (m_encoding == Encoding::Utf16 && begin > m_starts.back() && isInside(m_text[begin])) {
            --begin;
        }
        const std::size_t size = unitsOf(std::string_view(m_text).substr(begin, at - begin));
        if (m_units - wanted < size) {
            break;  // the wanted place is inside a character: behind it
        }
        m_units -= size;
        at = begin;
    }
    moveTo(at);
}

/// From within the end of a line to where its content ends.
void ChangedText::leaveLineEnd() {
    if (!withoutEnd(restOfLine()).empty()) {
        return;
    }
    std::size_t at = m_gap;
    while (at > m_starts.back() && m_text[at - 1] == '\r') {
        --at;
    }
    m_units -= m_gap - at;
    moveTo(at);
}

void ChangedText::moveTo(const Json& position) {
    const std::size_t line = numberOf(position, "line");
    const std::size_t character = numberOf(position, "character");
    if (line >= m_starts.size() + m_after.size()) {
        moveTo(end());
        m_units = unitsOf(std::string_view(m_text).substr(m_starts.back(), m_gap - m_starts.back()));
        return;
    }
    if (line + 1 != m_starts.size()) {
        moveTo(line < m_starts.size() ? m_starts[line]
                                      : end() - m_after[m_after.size() - 1 - (line - m_starts.size())]);
    }
    if (character > m_units) {
        goAhead(character - m_units);
    } else {
        goBack(m_units - character);
    }
    leaveLineEnd();
}

void ChangedText::erase(std::size_t begin) {
    m_gapSize += m_gap - begin;
    m_gap = begin;
    while (m_starts.back() > begin) {
        m_starts.pop_back();
    }
}

void ChangedText::insert(std::string_view text) {
    if (m_gapSize < text.size()) {
        const std::size_t room = text.size() + std::max(kLeastRoom, end() / 4);
        m_text.insert(m_gap + m_gapSize, room, '\0');
        m_gapSize += room;
    }
    std::ranges::copy(text, m_text.begin() + static_cast<std::ptrdiff_t>(m_gap));
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        m_starts.push_back(m_gap + at + 1);
        m_units = 0;
    }
    m_units += unitsOf(text.substr(text.rfind('\n') + 1));
    m_gap += text.size();
    m_gapSize -= text.size();
}

void ChangedText::replace(const Json& range, std::string_view replacement) {
    moveTo(range.at("start"));
    const std::size_t begin = m_gap;
    const std::size_t units = m_units;
    moveTo(range.at("end"));
    if (m_gap < begin) {
        moveTo(begin);
    } else {
        erase(begin);
    }
    m_units = units;
    insert(replacement);
}

}  // namespace slipway::lsp
