// A layer's tar on disk as a snapshot.
#pragma once

#include "place.h"
#include "sandbox/worker.h"

namespace slipway::worker {

/// Unpacks by the layer's table: owner, then mode, then attributes, then times, directories last; nothing is ever
/// written outside the snapshot, whatever names and links the table has. What this user may not make (device nodes) is
/// left out.
[[nodiscard]] Result<> unpack(const Place& place, const sandbox::UnpackRequest& request);

}  // namespace slipway::worker
