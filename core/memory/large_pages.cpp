#include "memory/large_pages.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>

namespace slipway::memory {

namespace {

constexpr std::size_t kAtFirst = 256 << 20;
constexpr int kAtATime = 64 << 20;
constexpr long kMostHeaps = 16;  // each holds what its threads have freed

/// In bytes, what may be expected at a time; 0 where large pages are not in use.
std::atomic<std::size_t> most = 0;

/// The heap grows by a block, which is free again at once, in large pages from then on.
bool grow(std::size_t bytes) {
    void* const block = std::malloc(bytes);
    if (block == nullptr) {
        return false;
    }
    inLargePages(block, bytes);
    std::free(block);
    return true;
}

}  // namespace

void useLargePages() {
    mallopt(M_ARENA_MAX, static_cast<int>(std::clamp(sysconf(_SC_NPROCESSORS_ONLN), 1L, kMostHeaps)));
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, -1);
    if (grow(kAtFirst)) {
        mallopt(M_TOP_PAD, kAtATime);
        most = static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) / 2;
    }
}

void expect(std::size_t bytes) {
    if (const std::size_t possible = std::min<std::size_t>(bytes, most); possible > 0) {
        grow(possible);
    }
}

void inLargePages(void* begin, std::size_t bytes) {
    const auto at = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t from = (at + kLargePage - 1) / kLargePage * kLargePage;
    if (from < at + bytes) {  // advice: nothing depends on it
        madvise(reinterpret_cast<void*>(from), at + bytes - from, MADV_HUGEPAGE);
    }
}

void giveBack() { malloc_trim(0); }

}  // namespace slipway::memory
