// `slipway check --fix`.
#pragma once

#include "check_report.h"
#include "check_surroundings.h"
#include "checks/configuration.h"

namespace slipway::cli {

/// Mends a Dockerfile, whose text is the mended one then, and the ignore file beside it; `mended` gets what was done.
[[nodiscard]] Result<> mend(Location& location, const Check& arguments, const checks::Configuration& configuration,
                            Knowledge& knowledge, std::vector<MendedFile>& mended);

}  // namespace slipway::cli
