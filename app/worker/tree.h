// Removing what lies on disk, whoever owns it.
#pragma once

#include "text/error.h"

#include <string>

namespace slipway::worker {

/// Removes a file or a folder with everything in it; links are removed, never followed. What is not there is no error.
[[nodiscard]] Result<> removeTree(int folder, const std::string& path);

/// The same for a path below the store; refused where it leads elsewhere by ".." or a link.
[[nodiscard]] Result<> removeBelow(const std::string& home, const std::string& path);

}  // namespace slipway::worker
