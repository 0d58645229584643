// Folders of small files, as several processes use them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace slipway::store {

/// Whatever lies directly in a folder; nothing where it can't be read.
[[nodiscard]] std::vector<std::string> namesIn(const std::filesystem::path& folder);
/// A name that no other process and no other call gives.
[[nodiscard]] std::string uniqueName();

}  // namespace slipway::store
