#include "plan/plan.h"

#include "plan/planner.h"

namespace slipway::plan {

BuildPlan plan(std::shared_ptr<const dockerfile::SyntaxTree> tree, const Options& options, const Bases& bases) {
    BuildPlan out;
    out.tree = std::move(tree);
    out.options = options;
    Planner(out, bases).run();
    return out;
}

std::vector<std::string> imagesOf(std::shared_ptr<const dockerfile::SyntaxTree> tree, const Options& options) {
    return plan(std::move(tree), options, {}).images;
}

}  // namespace slipway::plan
