// Snapshots that a worker has begun: folders NAME.part below snapshots/, each locked while its maker lives. Between
// making such a folder and locking it, its maker holds snapshots/ itself, so that nobody takes it for abandoned.
#pragma once

#include "sandbox/descriptor.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::sandbox {

inline constexpr std::string_view kPartSuffix = ".part";

/// snapshots/ for one who begins a part (several may at a time), for as long as the descriptor is open; waits for those
/// who look for abandoned ones, which takes them no time.
[[nodiscard]] Descriptor holdSnapshots(const std::string& snapshots);
/// Locks it for as long as the descriptor is open; false where somebody else has, or the path leads elsewhere by now.
[[nodiscard]] bool lockPart(const Descriptor& folder, const std::string& path);

struct AbandonedPart {
    std::string path;
    Descriptor locked;
};
/// Those below a store's snapshots/ whose maker is gone: a worker that was killed. They are locked while this lives.
[[nodiscard]] std::vector<AbandonedPart> abandonedParts(const std::string& snapshots);

}  // namespace slipway::sandbox
