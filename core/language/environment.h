// The variables that an instruction can see, with their values.
#pragma once

#include "language/surroundings.h"
#include "plan/plan.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace slipway::language {

struct Environment {
    std::vector<std::pair<std::string, std::string>> values;
    bool complete = true;    ///< false where the base image isn't known
    std::string workingDir;  ///< in force, absolute

    [[nodiscard]] std::optional<std::string> get(std::string_view name) const;
};

/// What holds above the instruction at the offset: ENVs and ARGs of its stage; for a FROM, and above the first one, the
/// ARGs that FROM can use. Worked out by planning the text above, so it is what a build has. Any thread.
[[nodiscard]] Environment environmentAt(const plan::BuildPlan& plan, const Surroundings& surroundings,
                                        std::size_t offset);
/// The same below an instruction, which is an ARG or ENV.
[[nodiscard]] Environment environmentBelow(const plan::BuildPlan& plan, const Surroundings& surroundings,
                                           const dockerfile::Instruction& instruction);

/// A variable as the image at the bottom of a stage sets it; nullopt where none is known to. Any thread.
struct BaseVariable {
    std::string image, value;
};
[[nodiscard]] std::optional<BaseVariable> baseVariable(const plan::BuildPlan& plan, const Surroundings& surroundings,
                                                       int stage, std::string_view name);

}  // namespace slipway::language
