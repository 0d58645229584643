// Plans with all that somebody knows of base images: a store, a language server's host.
#pragma once

#include "plan/plan.h"

#include <functional>
#include <set>
#include <span>

namespace slipway::plan {

/// Those of these images that it knows: each for its own platform, else for the one that is built for.
using BaseResolver = std::function<Bases(std::span<const FromImage> images, const image::Platform& platform)>;

/// What is known so far. Kept for the next plan of the same file, it saves asking for the same images again.
struct ResolvedBases {
    Bases bases;
    std::set<FromImage> asked;  ///< also those that nobody knows
};

/// The plan with every base that `resolve` knows, which `resolved` then holds: which images there are is known once it
/// is planned, and a base's ONBUILD may bring further ones. No image is asked for twice.
[[nodiscard]] BuildPlan planResolved(const std::shared_ptr<const dockerfile::SyntaxTree>& tree, const Options& options,
                                     const BaseResolver& resolve, ResolvedBases& resolved);

}  // namespace slipway::plan
