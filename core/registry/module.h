// What the loader and the module that pulls agree on. Both come from the same build.
#pragma once

#include "registry/image_source.h"

namespace slipway::registry {

inline constexpr const char* kModuleFile = "slipway-registry-client.so";
inline constexpr const char* kModuleEntry = "slipway_registry_client_1";
using OpenSource = ImageSource*(std::shared_ptr<store::Store> store, const SourceOptions& options);

}  // namespace slipway::registry
