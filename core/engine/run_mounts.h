// What a RUN's --mount flags and here-documents become: snapshots, and folders of cache mounts.
#pragma once

#include "engine/site.h"

namespace slipway::engine {

struct PreparedMounts {
    std::vector<sandbox::RunMount> mounts;
    std::vector<store::Store::KeyLock> locks;  ///< of cache mounts with sharing=locked or private; held while it runs
};

[[nodiscard]] Task<Result<PreparedMounts>> prepareMounts(Site& site, const plan::Step& step);

}  // namespace slipway::engine
