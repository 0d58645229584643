// Ports of EXPOSE as they stand in an image's config.
#pragma once

#include "text/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::plan {

/// "80", "80/udp", "8000-8010", "[ip:]host:container/proto" → "80/tcp", …; Invalid says what is wrong with it.
[[nodiscard]] Result<std::vector<std::string>> parsePort(std::string_view spec);

}  // namespace slipway::plan
