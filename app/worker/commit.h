// The upper directory of a RUN as a layer: table, tar and digests.
#pragma once

#include "place.h"
#include "sandbox/worker.h"

namespace slipway::worker {

/// Reads snapshots/UPPER once and writes tar and table to the request's descriptors.
[[nodiscard]] Result<sandbox::Committed> commit(const Place& place, const sandbox::CommitRequest& request);

}  // namespace slipway::worker
