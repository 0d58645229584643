// The index's tables and their version.
#pragma once

#include "store/database.h"

namespace slipway::store {

/// Makes the tables where they are missing. Unsupported for an index of a newer Slipway.
Result<> prepareSchema(Database& database, const std::filesystem::path& home);

}  // namespace slipway::store
