// Names in foreign archives: cleaned, and kept below the root.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace slipway::layer {

/// "./a//b/" → "a/b", "/" → "", "a/../b" → "b"; nullopt where it would climb out of the root.
[[nodiscard]] std::optional<std::string> cleanName(std::string_view name);
/// The part before the last "/", "" where there is none.
[[nodiscard]] std::string_view parentOf(std::string_view path);
/// The part after the last "/".
[[nodiscard]] std::string_view baseOf(std::string_view path);
/// True of `folder` itself and of what is in it; the root is "".
[[nodiscard]] bool isAtOrBelow(std::string_view path, std::string_view folder);

inline constexpr std::string_view kWhiteoutPrefix = ".wh.";
inline constexpr std::string_view kOpaqueName = ".wh..wh..opq";

}  // namespace slipway::layer
