// Paths and globs of COPY's sources. Internal to core/cache.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace slipway::cache {

/// Without "", ".", ".." (clamped to the root), leading or trailing "/".
[[nodiscard]] std::string cleanPath(std::string_view path);
[[nodiscard]] std::vector<std::string_view> splitPath(std::string_view path);
[[nodiscard]] std::string joinPaths(std::string_view directory, std::string_view name);
[[nodiscard]] std::string_view baseName(std::string_view path);
[[nodiscard]] std::string_view parentPath(std::string_view path);
/// Has a name an unescaped *, ? or [?
[[nodiscard]] bool hasWildcard(std::string_view name);
/// Does one name match one pattern, as Go's filepath.Match? A malformed pattern matches nothing.
[[nodiscard]] bool matchesGlob(std::string_view pattern, std::string_view name);

}  // namespace slipway::cache
