// Places in a text: byte offsets, lines and columns, and the way between them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace slipway::text {

/// A place for people: line and column count from 1, columns in UTF-8 bytes.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend auto operator<=>(const Position&, const Position&) = default;
};

/// A half-open span of byte offsets [begin, end), 0-based.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] bool contains(std::size_t offset) const { return offset >= begin && offset < end; }
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    friend auto operator<=>(const Range&, const Range&) = default;
};

/// Where each line of a text begins. A line ends after "\n"; "\r" belongs to its line.
/// The text itself is not kept. Look-ups are O(log lines).
class LineIndex {
public:
    LineIndex() : m_starts{0} {}
    explicit LineIndex(std::string_view text);

    /// Number of lines; a text that ends with "\n" has an empty last line.
    [[nodiscard]] std::size_t lineCount() const { return m_starts.size(); }
    /// Offset of the first byte of a 1-based line; clamped to the text.
    [[nodiscard]] std::size_t lineStart(std::size_t line) const;
    /// 1-based line and UTF-8 column of an offset; clamped to the text.
    [[nodiscard]] Position position(std::size_t offset) const;
    /// 1-based line of an offset.
    [[nodiscard]] std::uint32_t line(std::size_t offset) const { return position(offset).line; }
    /// Offset of a position; clamped to the text.
    [[nodiscard]] std::size_t offset(Position position) const;

private:
    std::vector<std::size_t> m_starts;
    std::size_t m_size = 0;
};

}  // namespace slipway::text
