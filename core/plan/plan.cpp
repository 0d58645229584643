#include "plan/plan.h"

#include "plan/planner.h"
#include "plan/step_text.h"

#include <algorithm>

namespace slipway::plan {

BuildPlan plan(std::shared_ptr<const dockerfile::SyntaxTree> tree, const Options& options, const Bases& bases) {
    BuildPlan out;
    out.tree = std::move(tree);
    out.options = options;
    Planner(out, bases).run();
    return out;
}

const Base* baseOf(const Bases& bases, const FromImage& image) {
    const auto found = bases.find(image);
    return found != bases.end() && found->second.config ? &found->second : nullptr;
}

const Base* baseOf(const Bases* bases, const Origin& origin) {
    const auto* image = std::get_if<FromImage>(&origin);
    return image && bases ? baseOf(*bases, *image) : nullptr;
}

std::vector<ExpandedWord> BuildPlan::taken(const dockerfile::Word& word) const {
    if (!isExpanded(word.text, tree->escape()))
        return {{word.range, word.text}};
    const auto found = std::ranges::equal_range(expanded, word.range.begin, {},
                                                [](const ExpandedWord& each) { return each.range.begin; });
    return {found.begin(), found.end()};
}

}  // namespace slipway::plan
