// Where a script keeps its words: many short rows in few blocks, which never move.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace slipway::shell {

template <class T>
class Shelf {
public:
    std::span<const T> keep(std::span<const T> row) {
        if (row.empty()) {
            return {};
        }
        if (m_block.capacity() - m_block.size() < row.size()) {
            const std::size_t size = std::max(row.size(), std::min(m_block.capacity() * 2, kLargest));
            if (!m_block.empty()) {
                m_full.push_back(std::move(m_block));
            }
            m_block = {};
            m_block.reserve(size);
        }
        const std::size_t begin = m_block.size();
        m_block.insert(m_block.end(), row.begin(), row.end());
        return std::span<const T>(m_block).subspan(begin);
    }

private:
    static constexpr std::size_t kLargest = 65'536;
    std::vector<T> m_block;  ///< with room for more; of a short script, all there is
    std::vector<std::vector<T>> m_full;
};

}  // namespace slipway::shell
