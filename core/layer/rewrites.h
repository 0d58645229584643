// Files that a layer writes though layers below it hold them: the lower ones stay in the image, and nobody sees them.
#pragma once

#include "layer/rootfs_view.h"

namespace slipway::layer {

struct Rewrite {
    std::string path;
    std::uint64_t size = 0;    ///< of the one that is hidden
    bool sameContent = false;  ///< owner, mode or time alone differ
    friend bool operator==(const Rewrite&, const Rewrite&) = default;
};

/// Regular files of `table` that one of the layers `below` holds, each with the topmost of them; the largest first.
[[nodiscard]] std::vector<Rewrite> rewrites(const TocList& below, const Toc& table);

}  // namespace slipway::layer
