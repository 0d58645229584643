// Where scripts keep what they are made of: many short rows in few blocks, which never move.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace slipway::shell {

/// Blocks that grow up to a bound, so that little of the last one stays unused. What is given back stays until the end.
class Blocks final : public std::pmr::memory_resource {
private:
    void* do_allocate(std::size_t bytes, std::size_t alignment) override {
        void* begin = m_free.data();
        std::size_t left = m_free.size();
        if (!std::align(alignment, bytes, begin, left)) {
            left = std::max(m_next, bytes + alignment);
            m_next = std::min(2 * m_next, kMost);
            begin = m_blocks.emplace_back(std::make_unique_for_overwrite<std::byte[]>(left)).get();
            std::align(alignment, bytes, begin, left);
        }
        m_free = std::span(static_cast<std::byte*>(begin), left).subspan(bytes);
        return begin;
    }
    void do_deallocate(void*, std::size_t, std::size_t) override {}
    [[nodiscard]] bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

    static constexpr std::size_t kMost = 64 << 10;
    std::size_t m_next = 512;  ///< bytes of the next block
    std::span<std::byte> m_free;
    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
};

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
    Blocks m_memory;
};

}  // namespace slipway::shell
