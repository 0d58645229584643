// Snapshots that a worker has begun: folders NAME.part below snapshots/, each locked while its maker lives.
#pragma once

#include "sandbox/descriptor.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::sandbox {

inline constexpr std::string_view kPartSuffix = ".part";

/// Locks it for as long as the descriptor is open; false where somebody else has, or the path leads elsewhere by now.
[[nodiscard]] bool lockPart(const Descriptor& folder, const std::string& path);

struct AbandonedPart {
    std::string path;
    Descriptor locked;
};
/// Those below a store's snapshots/ whose maker is gone: a worker that was killed. They are locked while this lives.
[[nodiscard]] std::vector<AbandonedPart> abandonedParts(const std::string& snapshots);

}  // namespace slipway::sandbox
