#include "memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace slipway::cli {

namespace {

constexpr int kReserve = 256 << 20;  // addresses, not memory
constexpr std::uintptr_t kLargePage = 2 << 20;

}  // namespace

void useLargePages() {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 2 * kReserve);
    mallopt(M_TOP_PAD, kReserve);
    void* volatile block = std::malloc(kLargePage);  // more than the heap has yet: it grows by the reserve
    std::free(block);
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
    const std::uintptr_t from = (end - kReserve) / kLargePage * kLargePage;
    madvise(reinterpret_cast<void*>(from), end - from, MADV_HUGEPAGE);  // advice: nothing depends on it
}

}  // namespace slipway::cli
