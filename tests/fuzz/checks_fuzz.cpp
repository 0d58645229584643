// Plan and every check on any Dockerfile: findings lie in the text.
#include "checks/check.h"

#include <cstdlib>

using namespace slipway;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto tree = dockerfile::SyntaxTree::parse(std::string(reinterpret_cast<const char*>(data), size));
    const plan::BuildPlan made = plan::plan(tree, {.all = true}, {});
    for (const checks::Finding& finding : checks::check(made, {}, {.everyRule = true}).findings) {
        if (finding.range.begin > finding.range.end || finding.range.end > size || finding.line > finding.endLine)
            std::abort();
    }
    return 0;
}
