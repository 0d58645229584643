// Entering the worker's namespaces.
#pragma once

#include "sandbox/descriptor.h"

#include <string>

namespace slipway::worker {

/// Starts the serving process inside its namespaces and waits for it; an exit status. What keeps it from starting goes
/// to the caller as a reply with id 0.
int enter(sandbox::Descriptor socket, const std::string& store);

}  // namespace slipway::worker
