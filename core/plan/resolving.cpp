#include "plan/resolving.h"

#include <algorithm>
#include <iterator>

namespace slipway::plan {

BuildPlan planResolved(const std::shared_ptr<const dockerfile::SyntaxTree>& tree, const Options& options,
                       const BaseResolver& resolve, ResolvedBases& resolved) {
    while (true) {
        BuildPlan made = plan(tree, options, resolved.bases);
        std::vector<FromImage> images;
        std::ranges::copy_if(made.images, std::back_inserter(images),
                             [&](const FromImage& image) { return resolved.asked.insert(image).second; });
        Bases found = images.empty() ? Bases() : resolve(images, options.platform);
        if (found.empty())
            return made;
        resolved.bases.merge(found);
    }
}

}  // namespace slipway::plan
