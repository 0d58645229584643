// How this process gets its memory.
#pragma once

namespace slipway::cli {

/// Makes the heap one range of large pages that is kept to the end: a look at 50,000 files then costs some dozen page
/// faults and not 28,000, each of which is dear in a virtual machine. Call it before threads are started.
void useLargePages();

}  // namespace slipway::cli
