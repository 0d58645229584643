// Writing bytes into an open file until all of them are there.
#pragma once

#include <string_view>

namespace slipway::text {

/// False with errno where the file takes no more. Waits where the file makes it wait.
[[nodiscard]] bool writeAll(int file, std::string_view bytes);

}  // namespace slipway::text
