// Plan, every check, every fix and every ignoring comment on any Dockerfile: findings and edits lie in the text.
#include "checks/fix.h"

#include <cstdlib>

using namespace slipway;

static void tryFix(const std::string& text, const std::optional<checks::Fix>& fix) {
    if (!fix)
        return;
    std::vector<text::Edit> edits = fix->edits;
    if (edits.empty() || fix->title.empty() || !text::bringInOrder(edits) || edits.back().range.end > text.size())
        std::abort();
    for (std::size_t i = 0; i < edits.size(); ++i)
        if (edits[i].range.begin > edits[i].range.end || edits[i].range != fix->edits[i].range)
            std::abort();
    const std::string after = text::apply(text, edits);
    const auto tree = dockerfile::SyntaxTree::parse(after);
    std::string joined;
    for (const dockerfile::Node& node : tree->nodes())
        joined += node.range.of(after);
    if (joined != after)
        std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto tree = dockerfile::SyntaxTree::parse(std::string(reinterpret_cast<const char*>(data), size));
    const plan::BuildPlan made = plan::plan(tree, {.all = true}, {});
    const checks::Settings settings{.everyRule = true};
    const checks::Fixer fixer(made, {}, settings);
    for (const checks::Finding& finding : checks::check(made, {}, settings).findings) {
        if (finding.range.begin > finding.range.end || finding.range.end > size || finding.line > finding.endLine)
            std::abort();
        tryFix(tree->text(), fixer.mend(finding));
        tryFix(tree->text(), fixer.ignoreHere(finding));
        tryFix(tree->text(), fixer.ignoreInFile(finding));
    }
    if (size < 2000) {
        const auto any = [](const checks::Finding&) { return true; };
        const std::vector<text::Edit> all = checks::mendAll(made, {}, settings, any, true).edits;
        (void)text::apply(tree->text(), all);
    }
    return 0;
}
