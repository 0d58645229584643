// What the loader and the module that reads and writes tars agree on. Both come from the same build.
#pragma once

#include "layer/tar.h"

namespace slipway::layer {

inline constexpr const char* kTarModuleFile = "slipway-tar.so";
inline constexpr const char* kTarModuleEntry = "slipway_tar_1";

/// The functions of layer/tar.h that need libarchive.
struct TarFunctions {
    decltype(&writeLayer) write;
    decltype(&readLayer) read;
    decltype(&decompress) unpack;
    decltype(&compress) pack;
};
using TarModuleEntry = TarFunctions();

}  // namespace slipway::layer
