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

std::vector<ExpandedWord> BuildPlan::taken(const dockerfile::Word& word) const {
    if (!isExpanded(word.text, tree->escape()))
        return {{word.range, word.text}};
    const auto found = std::ranges::equal_range(expanded, word.range.begin, {},
                                                [](const ExpandedWord& each) { return each.range.begin; });
    return {found.begin(), found.end()};
}

}  // namespace slipway::plan
