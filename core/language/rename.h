// Giving a stage or a variable another name, everywhere it stands; where that can't be told, it is refused.
#pragma once

#include "language/names.h"
#include "language/surroundings.h"
#include "plan/plan.h"
#include "text/edit.h"
#include "text/error.h"

namespace slipway::language {

/// The name at the offset, where it can be changed. Invalid, with the reason, where it can't.
[[nodiscard]] Result<text::Range> renameable(const plan::BuildPlan& plan, std::size_t offset,
                                             const Surroundings& surroundings = {});
/// The edits. Invalid, with the reason, where the new name is none, or is taken.
[[nodiscard]] Result<std::vector<text::Edit>> rename(const plan::BuildPlan& plan, std::size_t offset,
                                                     const std::string& newName, const Surroundings& surroundings = {});

}  // namespace slipway::language
