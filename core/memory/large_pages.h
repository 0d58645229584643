// How a process gets its memory: in large pages, since touching it page by page takes longer than what is done with it,
// most of all in a virtual machine.
#pragma once

#include <cstddef>

namespace slipway::memory {

/// Makes the heap large pages: a look at 50,000 files then costs 3,500 page faults and not 28,000. What was freed
/// is kept for later until giveBack(). For the beginning of main(), before threads are started.
void useLargePages();

inline constexpr std::size_t kLargePage = 2 << 20;

/// What a thread may ask for at a time; more comes from the heap that the first thread has.
inline constexpr std::size_t kPiece = 32 << 20;

/// So many bytes are about to be asked for by this thread, in pieces of any size: they come in large pages. Takes
/// addresses alone, in a few microseconds. Does nothing where useLargePages() wasn't called, or the system has less.
/// Any thread.
void expect(std::size_t bytes = kPiece);

/// Those bytes, which nobody has touched yet, come in large pages where the system has them. Any thread.
void inLargePages(void* begin, std::size_t bytes);

/// What was freed goes back to the system: for a process that lives on. Any thread.
void giveBack();

}  // namespace slipway::memory
