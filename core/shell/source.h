// The text that is being read: a part of the script, or of a copy of it whose places are known.
#pragma once

#include "text/position.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace slipway::shell {

/// Pairs of (offset here, offset in the script), ascending; each holds until the next. Empty: they are the same.
using PlaceMap = std::vector<std::pair<std::size_t, std::size_t>>;

struct Source {
    std::string_view text;  ///< ends where reading ends
    std::size_t at = 0;
    const PlaceMap* map = nullptr;

    [[nodiscard]] bool atEnd() const { return at >= text.size(); }
    /// '\0' behind the end.
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    [[nodiscard]] bool sees(std::string_view what) const { return text.substr(at).starts_with(what); }
    [[nodiscard]] std::size_t place(std::size_t offset) const {
        if (!map || map->empty()) {
            return offset;
        }
        const auto next = std::ranges::upper_bound(*map, offset, {}, [](const auto& pair) { return pair.first; });
        return next == map->begin() ? offset : offset - std::prev(next)->first + std::prev(next)->second;
    }
    [[nodiscard]] text::Range range(std::size_t begin, std::size_t end) const {
        const std::size_t first = place(begin);
        return {first, end > begin ? place(end - 1) + 1 : first};
    }
    /// Length of a line's end that the backslash at `at + ahead` takes away; 0 where there is none.
    [[nodiscard]] std::size_t continuation(std::size_t ahead = 0) const {
        if (peek(ahead) != '\\' || at + ahead >= text.size()) {
            return 0;
        }
        return peek(ahead + 1) == '\n' ? 2 : peek(ahead + 1) == '\r' && peek(ahead + 2) == '\n' ? 3 : 0;
    }
};

}  // namespace slipway::shell
