// Where a script keeps its words: many short rows in few blocks, which never move.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace slipway::shell {

template <class T>
class Shelf {
public:
    std::span<const T> keep(const std::vector<T>& row) {
        if (row.empty()) {
            return {};
        }
        if (m_blocks.empty() || m_blocks.back().capacity() - m_blocks.back().size() < row.size()) {
            const std::size_t size = m_blocks.empty() ? kFirst : std::min(m_blocks.back().capacity() * 2, kLargest);
            m_blocks.emplace_back().reserve(std::max(size, row.size()));
        }
        std::vector<T>& block = m_blocks.back();
        const std::size_t begin = block.size();
        block.insert(block.end(), row.begin(), row.end());
        return std::span<const T>(block).subspan(begin);
    }

private:
    static constexpr std::size_t kFirst = 16, kLargest = 65'536;
    std::vector<std::vector<T>> m_blocks;
};

}  // namespace slipway::shell
