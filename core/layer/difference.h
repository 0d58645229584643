// What one root file system has more, less or other than another.
#pragma once

#include "layer/rootfs_view.h"

namespace slipway::layer {

enum class ChangeKind : std::uint8_t { Added, Removed, Modified };
struct Change {
    std::string path;
    ChangeKind kind = ChangeKind::Modified;
    std::uint64_t sizeA = 0, sizeB = 0;  ///< bytes of content; 0 where absent or not a file
    EntryType type = EntryType::File;    ///< in B, or in A where removed
};

/// Entries that differ in anything but their time, by path. Layers that both share at the bottom are not walked
/// beyond what upper layers hide or replace.
[[nodiscard]] std::vector<Change> difference(const RootfsView& a, const RootfsView& b);

}  // namespace slipway::layer
