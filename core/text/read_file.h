// Reading a whole file.
#pragma once

#include "text/error.h"

#include <istream>

namespace slipway::text {

/// The bytes of a file. NotFound, Denied or Io where it can't be read, also of a folder.
[[nodiscard]] Result<std::string> readFile(const std::string& path);
/// All that is left of a stream; nothing where reading fails before its end, with errno.
[[nodiscard]] std::optional<std::string> readAll(std::istream& in);

}  // namespace slipway::text
