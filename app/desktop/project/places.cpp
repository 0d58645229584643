#include "project/places.h"

#include "text/utf8.h"

#include <algorithm>

namespace slipway::project {

Place Places::at(std::size_t offset) const {
    const std::string_view text = m_tree.text();
    offset = std::min(offset, text.size());
    const auto line = static_cast<int>(m_tree.lines().line(offset));
    const std::size_t start = m_tree.lines().lineStart(static_cast<std::size_t>(line));
    while (offset > start && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U)
        --offset;  // a character's inside
    if (m_last.line != line) {
        m_last = {line, 1};
        m_offset = start;
    }
    const auto [from, to] = std::minmax(m_offset, offset);
    const auto units = static_cast<int>(text::utf16Length(text.substr(from, to - from)));
    m_last.column += offset < m_offset ? -units : units;
    m_offset = offset;
    return m_last;
}

std::size_t offsetOf(const dockerfile::SyntaxTree& tree, Place place) {
    const auto line = static_cast<std::size_t>(std::max(place.line, 1));
    const std::size_t start = tree.lines().lineStart(line);
    std::string_view text = std::string_view(tree.text()).substr(start);
    text = text.substr(0, text.find('\n'));
    return start + text::utf16ToByte(text, static_cast<std::size_t>(std::max(place.column, 1) - 1));
}

}  // namespace slipway::project
