#include "language/definition.h"

#include "dockerfile/instruction.h"

namespace slipway::language {

namespace {

/// The file that a COPY's or ADD's source at the offset names.
std::string contextFileAt(const dockerfile::SyntaxTree& tree, const Surroundings& surroundings, std::size_t offset) {
    const dockerfile::Instruction* const instruction = instructionAt(tree, offset);
    if (!instruction)
        return {};
    const auto value = dockerfile::interpret(*instruction, tree.lines(), tree.escape());
    const auto* const copy = value ? std::get_if<dockerfile::Copy>(&*value) : nullptr;
    if (!copy || copy->from)
        return {};
    for (const dockerfile::Word& source : copy->sources) {
        if (offset < source.range.begin || offset > source.range.end)
            continue;
        const auto entry = surroundings.find(source.text);
        if (entry && !entry->directory)
            return source.text;
    }
    return {};
}

}  // namespace

Definition definitionAt(const dockerfile::SyntaxTree& tree, const Surroundings& surroundings, std::size_t offset) {
    Definition out;
    const Names names = language::names(tree, dockerfile::outline(tree));
    const Occurrence* const found = names.at(offset);
    if (!found) {
        out.file = contextFileAt(tree, surroundings, offset);
        return out;
    }
    for (const Occurrence* const each : names.of(found->symbol))
        if (each->role == Occurrence::Role::Definition)
            out.places.push_back(each->range);
    return out;
}

}  // namespace slipway::language
