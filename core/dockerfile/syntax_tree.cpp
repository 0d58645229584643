#include "dockerfile/syntax_tree.h"

#include "dockerfile/parser.h"
#include "dockerfile/spaces.h"
#include "memory/large_pages.h"

namespace slipway::dockerfile {

std::size_t Instruction::sourceOffset(std::size_t inArguments) const {
    return argumentMap.empty() ? argumentsRange.begin + inArguments
                               : dockerfile::sourceOffset(argumentMap, inArguments);
}

text::Range Instruction::sourceRange(std::size_t begin, std::size_t end) const {
    if (argumentMap.empty())
        return {argumentsRange.begin + begin, argumentsRange.begin + std::max(begin, end)};
    return dockerfile::sourceRange(argumentMap, begin, end);
}

std::shared_ptr<const SyntaxTree> SyntaxTree::parse(std::string text, const SyntaxTree* previous) {
    auto tree = std::make_shared<SyntaxTree>();
    tree->m_text = std::move(text);
    constexpr std::size_t kForAByte = 128;  // with its plan and findings
    if (!previous && tree->isLarge())
        memory::expect(kForAByte * tree->m_text.size());
    tree->m_lines = text::LineIndex(tree->m_text);
    Parser(*tree).run(previous);
    return tree;
}

std::string_view SyntaxTree::syntax() const {
    for (const Directive& directive : m_directives)
        if (directive.name == "syntax")
            return directive.value;
    return {};
}

}  // namespace slipway::dockerfile
