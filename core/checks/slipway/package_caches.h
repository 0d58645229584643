// Where package managers keep what makes them faster next time, and what keeps that out of a layer. Internal to
// core/checks.
#pragma once

#include "checks/check.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::checks {

struct PackageCache {
    std::string_view folder;   ///< without a slash in front; "~/": of any user
    std::string_view command;  ///< leaves nothing there, at the end of a RUN; empty where `option` does
    std::string_view program;  ///< whose commands take the option: "pip install"
    std::string_view option;
};

/// One of a layer.
struct CacheInLayer {
    const PackageCache* cache = nullptr;
    std::string folder;  ///< absolute
    std::uint64_t size = 0;
};
/// The largest first.
[[nodiscard]] std::vector<CacheInLayer> cachesIn(const layer::Toc& table);
/// Words of a script's commands that leave something in the cache, behind which its option has to stand.
[[nodiscard]] std::vector<const shell::Word*> withoutOption(const RunScript& script, const PackageCache& cache);
/// Does what the RUN says keep the cache out of its layer: mounted, emptied, or switched off?
[[nodiscard]] bool keepsOut(const dockerfile::Run& run, const RunScript& script, const CacheInLayer& cache);

}  // namespace slipway::checks
