// Paths that never leave a root: what an image's links say counts inside the image only.
#pragma once

#include "place.h"

#include <cstdint>
#include <string>
#include <vector>

namespace slipway::worker {

/// openat2 below a folder without following any link; empty with errno set where it can't be.
[[nodiscard]] Descriptor openBeneath(int root, const std::string& path, int flags);
/// openat2 with `root` as the root directory: links are followed inside it.
[[nodiscard]] Descriptor openInRoot(int root, const std::string& path, int flags);
/// A small file's text, as seen inside a root; empty where it is not there.
[[nodiscard]] std::string readInRoot(int root, const std::string& path, std::size_t limit = 16U << 20);

/// Where a path leads inside a root once the links on its way are followed.
struct Located {
    std::vector<std::string> parts;  ///< real names from the root on
    std::size_t existing = 0;        ///< how many of them exist
    [[nodiscard]] std::string path(std::size_t count) const;
    [[nodiscard]] std::string path() const { return path(parts.size()); }
};
[[nodiscard]] Result<Located> locate(int root, const std::string& path);

}  // namespace slipway::worker
