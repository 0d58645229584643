// A build argument, as docker build's --build-arg takes it.
#pragma once

#include "text/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace slipway::plan {

struct BuildArg {
    std::string name;
    std::optional<std::string> value;  ///< absent: that of the environment, where it has one
};

/// "NAME=VALUE" or "NAME". Invalid with a sentence that begins with the words given.
[[nodiscard]] Result<BuildArg> readBuildArg(std::string_view words);

}  // namespace slipway::plan
