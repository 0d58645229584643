// What is known of the thing under the pointer: instruction, flag, stage, variable, image, file, finding.
#pragma once

#include "checks/check.h"
#include "language/surroundings.h"
#include "plan/plan.h"

#include <optional>
#include <span>
#include <string>

namespace slipway::language {

struct Hover {
    std::string markdown;
    text::Range range;  ///< what it is about
};

/// `findings` are those of the checks, whose explanations are shown too. Any thread.
[[nodiscard]] std::optional<Hover> hover(const plan::BuildPlan& plan, const Surroundings& surroundings,
                                         std::span<const checks::Finding> findings, std::size_t offset);

}  // namespace slipway::language
