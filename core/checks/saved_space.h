// What an edit of a Dockerfile keeps out of its image, as far as the tables of built layers tell.
#pragma once

#include "checks/check.h"

namespace slipway::checks {

/// Bytes of package managers' caches that the layers of RUNs hold, as earlier builds made them (`around.past`, by the
/// steps of `before`), and that the edited RUNs keep out: emptied, switched off or mounted. Of stages whose layers are
/// an image's and that have as many steps as before. 0 where nothing is known. Any thread.
[[nodiscard]] std::uint64_t bytesSaved(const plan::BuildPlan& before, const plan::BuildPlan& after,
                                       const Surroundings& around);

}  // namespace slipway::checks
