// Parts of the program that are loaded when they are first needed: what they stand on (libarchive, Qt Network) then
// costs nothing at the start of who doesn't need it.
#pragma once

#include "text/error.h"

namespace slipway::module {

/// The address of the module's function `entry`. `file` is its name beside the programs, as installed or in the build's
/// tree. Once loaded it stays: what it makes runs its code. NotFound where it is missing, or of another version. Any
/// thread.
[[nodiscard]] Result<void*> entryOf(const char* file, const char* entry);

template <class Function>
[[nodiscard]] Result<Function*> functionOf(const char* file, const char* entry) {
    return entryOf(file, entry).transform([](void* address) { return reinterpret_cast<Function*>(address); });
}

}  // namespace slipway::module
