// Instructions of which a stage has one. Internal to core/checks.
#pragma once

#include "checks/check.h"

namespace slipway::checks::hadolint {

/// Reports each instruction of the kind that makes the one above it in its stage useless.
void findSeveral(const Subject& subject, Report& report, dockerfile::Keyword keyword);
/// The fix of these rules: removes the one above.
[[nodiscard]] std::optional<Fix> withoutEarlier(const Subject& subject, const Finding& finding);

}  // namespace slipway::checks::hadolint
