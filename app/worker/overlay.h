// Overlay mounts of snapshots, and the marks that overlay leaves in them.
#pragma once

#include "place.h"

#include <string>
#include <vector>

namespace slipway::worker {

inline constexpr const char* kOverlayPrefix = "user.overlay.";
inline constexpr const char* kOverlayEscape = "user.overlay.overlay.";
inline constexpr const char* kOpaque = "user.overlay.opaque";
/// More layers than this are refused by Docker too ("max depth exceeded").
inline constexpr std::size_t kMaxLayers = 125;

/// What to mount: snapshots (lowest first, none is fine) and, for a writable one, a folder that gets `upper` and
/// `work`.
struct OverlayMount {
    std::vector<std::string> lower;  ///< names below snapshots/
    std::string upper, work;         ///< absolute; both empty: read-only
    std::string target;              ///< absolute, exists
};
/// `scratch` is a folder on the worker's tmpfs for this mount alone.
[[nodiscard]] Result<> mountOverlay(const Place& place, const OverlayMount& mount, const std::string& scratch);

[[nodiscard]] bool isOpaque(int folder);
/// Extended attributes other than overlay's.
[[nodiscard]] bool hasOwnXattrs(int file);

}  // namespace slipway::worker
