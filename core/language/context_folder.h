// The build context as it is on disk, for what completion offers.
#pragma once

#include "context/ignore.h"
#include "language/surroundings.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::language {

/// Lists a folder below `root` (absolute), folders first, by name, without what is ignored; never outside of the root.
/// At most 5000 entries. What it gives may be called on any thread; it waits for the disk.
[[nodiscard]] std::function<std::vector<ContextEntry>(std::string_view folder)> contextFolder(
    std::string root, std::optional<context::Ignore> ignore);

}  // namespace slipway::language
