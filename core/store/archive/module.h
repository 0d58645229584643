// What the loader and the module that reads and writes archives of images agree on. Both come from the same build.
#pragma once

#include "store/archive.h"

namespace slipway::store {

inline constexpr const char* kArchiveModuleFile = "slipway-archive.so";
inline constexpr const char* kArchiveModuleEntry = "slipway_archive_1";

/// The functions of store/archive.h that need libarchive.
struct ArchiveFunctions {
    decltype(&saveArchive) save;
    decltype(&loadArchive) load;
};
using ArchiveModuleEntry = ArchiveFunctions();

}  // namespace slipway::store
