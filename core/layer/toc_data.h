// How a table lies in memory and in its file: one block of columns, the same bytes in both.
#pragma once

#include "layer/toc.h"

#include <bit>
#include <cstddef>
#include <cstdlib>

namespace slipway::layer {

static_assert(std::endian::native == std::endian::little, "a table's columns are little-endian");

/// Begins the block. The columns follow in the order of `Data`'s pointers, each at a multiple of eight bytes,
/// then the pool of paths, then the pool of rare parts.
struct TocHeader {
    static constexpr char kMagic[8] = {'S', 'L', 'I', 'P', 'T', 'O', 'C', '\n'};
    static constexpr std::uint32_t kVersion = 1;
    char magic[8];
    std::uint32_t version;
    std::uint32_t count;
    std::uint64_t pathBytes;
    std::uint64_t rareBytes;
    std::uint64_t contentSize;
};
static_assert(sizeof(TocHeader) == 40);

struct Toc::Data {
    static constexpr std::uint8_t kOpaque = 0x80;  ///< beside the type

    struct Free {
        void operator()(std::uint64_t* bytes) const { std::free(bytes); }
    };
    std::unique_ptr<std::uint64_t[], Free> block;
    std::size_t blockBytes = 0;

    std::uint32_t count = 0;
    std::uint64_t contentSize = 0;
    Digest* digest = nullptr;
    std::uint64_t* fileSize = nullptr;
    std::uint64_t* offset = nullptr;
    std::int64_t* mtime = nullptr;
    std::uint32_t* uid = nullptr;
    std::uint32_t* gid = nullptr;
    std::uint32_t* pathEnd = nullptr;  ///< in the pool of paths; a path begins where the one before it ends
    std::uint32_t* rare = nullptr;     ///< where the rare parts begin, plus one; 0 for none
    std::uint16_t* mode = nullptr;
    std::uint8_t* kind = nullptr;  ///< type and kOpaque
    const char* paths = nullptr;
    char* rares = nullptr;

    /// Bytes of a block with these counts.
    static std::size_t bytesFor(std::uint64_t count, std::uint64_t pathBytes, std::uint64_t rareBytes);
    /// Makes room and sets the pointers; the block's content is not touched but for its header.
    void allocate(const TocHeader& header);
    [[nodiscard]] std::string_view path(std::size_t index) const {
        const std::uint32_t begin = index == 0 ? 0 : pathEnd[index - 1];
        return {paths + begin, pathEnd[index] - begin};
    }
};

/// The parts that few entries have: link, device numbers, xattrs.
[[nodiscard]] bool hasRareParts(const Entry& entry);
void appendRareParts(std::string& pool, const Entry& entry);
/// Reads them back into `entry`; their end in `pool`, or 0 where they don't fit into it.
std::size_t readRareParts(std::string_view pool, std::size_t start, Entry& entry);

}  // namespace slipway::layer
