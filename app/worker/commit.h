// The upper directory of a RUN as a layer: table, tar and digests.
#pragma once

#include "place.h"
#include "sandbox/worker.h"

namespace slipway::worker {

/// Reads a folder once and writes its tar and table to the descriptors of empty files.
[[nodiscard]] Result<sandbox::Committed> commitFolder(const std::string& path, int tarFd, int tocFd);
/// The same of snapshots/UPPER.
[[nodiscard]] Result<sandbox::Committed> commit(const Place& place, const sandbox::CommitRequest& request);

}  // namespace slipway::worker
