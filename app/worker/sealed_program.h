// A program's copy in memory that nothing can change.
#pragma once

#include "sandbox/descriptor.h"

#include <string>

namespace slipway::worker {

/// A container that reaches its runtime through /proc could overwrite the program on disk, so crun copies itself at
/// each start and starts again from the copy, unless it runs from a sealed one already. The worker makes that copy
/// once. Empty where the kernel gives none; then the program's own path does.
[[nodiscard]] sandbox::Descriptor sealedCopy(const std::string& program);

}  // namespace slipway::worker
