// How to reach registries: the settings file, and --registry-mirror before it.
#pragma once

#include "registry/settings.h"

#include <string>
#include <vector>

namespace slipway::cli {

[[nodiscard]] inline Result<registry::SourceOptions> registryAccess(const std::vector<std::string>& mirrors) {
    auto options = registry::readSettings();
    // The last one given is added first, so that they are asked in the order in which they stand.
    for (auto mirror = mirrors.rbegin(); options && mirror != mirrors.rend(); ++mirror) {
        if (auto added = registry::addMirror(*options, *mirror); !added) {
            return fail(added.error());
        }
    }
    return options;
}

}  // namespace slipway::cli
