// What BuildKit has reported by the time that it stops: it goes on to its first error, and we to the file's end.
#pragma once

#include "checks/check.h"

#include <optional>
#include <vector>

namespace conformance {

/// How far BuildKit is, in its order: it reads all lines, then looks at all FROMs, then goes through the stages.
enum class Pass : std::uint8_t { Options, Lines, Instructions, Froms, Graph, Stages };

/// Where it is: a pass, a line in it, and of a FROM first the image, then the platform.
struct Progress {
    Pass pass = Pass::Options;
    std::uint32_t line = 0;
    bool atPlatform = false;
    friend auto operator<=>(const Progress&, const Progress&) = default;
};

/// Where a mistake of the file stops BuildKit; nullopt where none does. What Slipway's engine doesn't build is none.
[[nodiscard]] std::optional<Progress> stopOf(const slipway::plan::BuildPlan& plan, slipway::checks::Scope scope);
/// Those of the plan's findings that come before.
[[nodiscard]] std::vector<slipway::checks::Finding> foundBefore(const std::optional<Progress>& stop,
                                                                const slipway::plan::BuildPlan& plan,
                                                                std::vector<slipway::checks::Finding> findings);

}  // namespace conformance
