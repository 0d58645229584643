// Where scripts keep what they are made of: many short rows in few blocks, which never move.
#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>

namespace slipway::shell {

/// All that stands on it is let go of at once, with it. One thread at a time.
class Shelf {
public:
    template <class T>
    std::span<const T> keep(std::span<const T> row) {
        static_assert(std::is_trivially_destructible_v<T>);
        if (row.empty()) {
            return {};
        }
        T* const begin = static_cast<T*>(m_memory.allocate(row.size_bytes(), alignof(T)));
        std::uninitialized_copy(row.begin(), row.end(), begin);
        return {begin, row.size()};
    }
    std::string_view keep(std::string_view text) {
        const std::span<const char> kept = keep(std::span<const char>(text));
        return {kept.data(), kept.size()};
    }
    /// For rows that grow: what they outgrow stays behind.
    [[nodiscard]] std::pmr::memory_resource* memory() { return &m_memory; }

private:
    std::pmr::monotonic_buffer_resource m_memory;
};

}  // namespace slipway::shell
