// One RUN: overlay, mounts, network, runtime, and what is left of it.
#pragma once

#include "place.h"
#include "sandbox/channel.h"
#include "sandbox/programs.h"
#include "sandbox/protocol.h"

#include <functional>

namespace slipway::worker {

/// What the worker's loop gives a RUN's process beside the request.
struct RunSetting {
    const Place& place;
    const sandbox::Runtime& runtime;  ///< a path to start it by
    const std::string& seccomp;       ///< JSON text of linux.seccomp
    bool asUser = false;              ///< in a user namespace
    sandbox::Channel& loop;           ///< a frame brings the network namespace, or none where there is none to be had
};

/// Runs in a process of its own that is process 1 of a PID namespace and has a mount namespace: when it is killed,
/// everything of the RUN ends. `reply` gets the outcome once the snapshot is whole (or everything of it gone), before
/// the rest is tidied up.
void run(const sandbox::RunRequest& request, const RunSetting& setting,
         const std::function<void(sandbox::Outcome)>& reply);

}  // namespace slipway::worker
