// A file's new content, whole or not at all.
#pragma once

#include "text/error.h"

#include <string>
#include <string_view>

namespace slipway::cli {

/// Writes beside the file and renames; mode and, where that is allowed, owner stay what they were.
[[nodiscard]] Result<> replaceFile(const std::string& path, std::string_view content);

}  // namespace slipway::cli
