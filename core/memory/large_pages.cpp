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
constexpr std::uintptr_t kLargePage = 2 << 20;
constexpr long kMostHeaps = 16;  // each holds what its threads have freed

std::atomic<bool> inUse = false;

/// The heap grows by a block, which is free again at once, in large pages from then on.
bool grow(std::size_t bytes) {
    void* const block = std::malloc(bytes);
    if (block == nullptr) {
        return false;
    }
    const auto begin = reinterpret_cast<std::uintptr_t>(block);
    const std::uintptr_t from = (begin + kLargePage - 1) / kLargePage * kLargePage;
    if (from < begin + bytes) {  // advice: nothing depends on it
        madvise(reinterpret_cast<void*>(from), begin + bytes - from, MADV_HUGEPAGE);
    }
    std::free(block);
    return true;
}

}  // namespace

void useLargePages() {
    mallopt(M_ARENA_MAX, static_cast<int>(std::clamp(sysconf(_SC_NPROCESSORS_ONLN), 1L, kMostHeaps)));
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, -1);
    inUse = grow(kAtFirst);
    if (inUse) {
        mallopt(M_TOP_PAD, kAtATime);
    }
}

void expect(std::size_t bytes) {
    const auto all =
        static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    if (inUse) {
        grow(std::min(bytes, all / 2));
    }
}

void giveBack() { malloc_trim(0); }

}  // namespace slipway::memory
