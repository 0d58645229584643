// Where a stage's name stands. Internal to core/checks.
#pragma once

#include "checks/mending.h"

namespace slipway::checks {

/// Edits that give the stage that begins at the line another name: at its FROM, and wherever FROM, COPY --from and RUN
/// --mount below mean it by that name.
[[nodiscard]] std::vector<text::Edit> renamedStage(const Subject& subject, const Line& from, const std::string& name);
/// Of two stages with one name, gives the earlier another: what is built by the name is the last one.
[[nodiscard]] std::optional<Fix> withOtherNameAbove(const Subject& subject, const Finding& finding);

}  // namespace slipway::checks
