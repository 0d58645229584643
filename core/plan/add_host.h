// A name that RUN finds in /etc/hosts, as docker build's --add-host takes it.
#pragma once

#include "text/error.h"

#include <string>
#include <string_view>
#include <utility>

namespace slipway::plan {

/// "NAME:ADDRESS" or "NAME=ADDRESS" as name and address: numbers, in brackets where someone likes, or "host-gateway".
/// Invalid with a sentence that begins with the words given.
[[nodiscard]] Result<std::pair<std::string, std::string>> readAddHost(std::string_view words);

}  // namespace slipway::plan
