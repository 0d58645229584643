// What a relative WORKDIR is below. Internal to core/checks.
#pragma once

#include "checks/check.h"

namespace slipway::checks {

/// The folder in force at a line, as the file writes it: absolute, or begun by a variable.
struct Workdir {
    std::string path;
    bool isKnown = true;  ///< false where the base image isn't known, and "/" is taken for it
};
/// nullopt where it can't be written down.
[[nodiscard]] std::optional<Workdir> workdirAbove(const Subject& subject, const Line& line);
/// Writes the whole path of a relative WORKDIR.
[[nodiscard]] std::optional<Fix> absoluteWorkdir(const Subject& subject, const Finding& finding);

}  // namespace slipway::checks
