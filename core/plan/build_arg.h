// A build argument, as docker build's --build-arg takes it.
#pragma once

#include "plan/plan.h"
#include "text/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::plan {

struct BuildArg {
    std::string name;
    std::optional<std::string> value;  ///< absent: that of the environment, where it has one
};

/// "NAME=VALUE" or "NAME". Invalid with a sentence that begins with the words given.
[[nodiscard]] Result<BuildArg> readBuildArg(std::string_view words);

/// Those that the plan was given and no ARG declares, in the file or in an ONBUILD of its bases; none that Docker knows
/// without one.
[[nodiscard]] std::vector<std::string> unusedBuildArgs(const BuildPlan& plan, const Bases& bases);

}  // namespace slipway::plan
