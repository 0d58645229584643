// The mounts of a RUN: from its request to what the OCI runtime binds.
#pragma once

#include "place.h"
#include "sandbox/oci_config.h"
#include "sandbox/worker.h"
#include "stubs.h"

namespace slipway::worker {

/// Prepares the sources of the mounts and makes their mount points in the merged root. `scratch` is a folder of this
/// RUN on the worker's tmpfs, `part` one on the store's disk for what a writable bind of snapshots gets written.
[[nodiscard]] Result<std::vector<sandbox::ContainerMount>> prepareMounts(const Place& place,
                                                                         const std::vector<sandbox::RunMount>& mounts,
                                                                         int mergedRoot, const std::string& scratch,
                                                                         const std::string& part, Stubs& stubs);

}  // namespace slipway::worker
