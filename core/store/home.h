// The store's folder: where it is, who owns it, and whether its file system can carry it.
#pragma once

#include "text/error.h"

#include <filesystem>

namespace slipway::store {

/// Makes the folder and what is in it where missing. Denied where it belongs to another user, Unsupported where the
/// file system can't carry it; each says what to do.
Result<> prepareHome(const std::filesystem::path& home);

}  // namespace slipway::store
