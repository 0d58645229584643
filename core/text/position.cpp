#include "text/position.h"

#include <algorithm>
#include <cstring>

namespace slipway::text {

LineIndex::LineIndex(std::string_view text) : m_starts{0}, m_size(text.size()) {
    const char* const data = text.data();
    std::size_t at = 0;
    while (at < text.size()) {
        const void* found = std::memchr(data + at, '\n', text.size() - at);
        if (!found) {
            break;
        }
        at = static_cast<std::size_t>(static_cast<const char*>(found) - data) + 1;
        m_starts.push_back(at);
    }
}

std::size_t LineIndex::lineStart(std::size_t line) const {
    if (line <= 1) {
        return 0;
    }
    return line > m_starts.size() ? m_size : m_starts[line - 1];
}

Position LineIndex::position(std::size_t offset) const {
    offset = std::min(offset, m_size);
    const auto after = std::ranges::upper_bound(m_starts, offset);
    const auto line = static_cast<std::size_t>(after - m_starts.begin());
    return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(offset - m_starts[line - 1] + 1)};
}

std::size_t LineIndex::offset(Position position) const {
    const std::size_t start = lineStart(position.line);
    const std::size_t next = lineStart(position.line + std::size_t{1});
    return std::min({start + (position.column ? position.column - std::size_t{1} : 0), next, m_size});
}

}  // namespace slipway::text
