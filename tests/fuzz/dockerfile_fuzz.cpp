// Parser, instructions and outline on any bytes: no byte may be lost, and reparsing must give what parsing gives.
#include "dockerfile/instruction.h"
#include "dockerfile/outline_json.h"

#include <cstdlib>

using namespace slipway::dockerfile;

namespace {

void demandNoGap(const SyntaxTree& tree) {
    std::size_t at = 0;
    for (const Node& node : tree.nodes()) {
        if (node.range.begin != at)
            std::abort();
        for (const Token& token : tree.tokens(node)) {
            if (token.range.begin != at || token.range.empty())
                std::abort();
            at = token.range.end;
        }
        if (node.range.end != at)
            std::abort();
    }
    if (at != tree.text().size())
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(data), size);
    const auto tree = SyntaxTree::parse(text);
    demandNoGap(*tree);
    for (const auto& instruction : tree->instructions())
        (void)interpret(*instruction, tree->lines());
    (void)outlineJson(*tree);
    if (!text.empty()) {
        text.insert(text.size() / 2, "\n");
        const auto again = SyntaxTree::parse(text, tree.get());
        const auto fresh = SyntaxTree::parse(text);
        demandNoGap(*again);
        if (again->nodes().size() != fresh->nodes().size() ||
            again->diagnostics().size() != fresh->diagnostics().size())
            std::abort();
    }
    return 0;
}
