#include "language/definition.h"

#include "dockerfile/instruction.h"

#include <algorithm>

namespace slipway::language {

namespace {

using dockerfile::Keyword;

/// The file that a COPY's or ADD's source at the offset names.
std::string contextFileAt(const dockerfile::SyntaxTree& tree, const Surroundings& surroundings, std::size_t offset) {
    const dockerfile::Instruction* const instruction = instructionAt(tree, offset);
    if (!instruction)
        return {};
    const auto value = dockerfile::interpret(*instruction, tree.lines());
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

/// What gives a variable its value at a use: the last ENV above it, in its stage or those that stage stands on, else
/// the last such ARG, else the ARG above the first FROM. At an ARG without a value, the ARG that it takes the value of.
class Source {
public:
    Source(const dockerfile::SyntaxTree& tree, const Names& names, const Occurrence& at)
        : m_tree(tree), m_names(names), m_at(at) {
        for (const Occurrence* const each : names.of(at.symbol))
            if (each->role == Occurrence::Role::Definition)
                m_definitions.push_back(each);
    }

    [[nodiscard]] const Occurrence* find() const {
        if (m_at.role == Occurrence::Role::Definition) {
            const Occurrence* const global = isBareArgument(m_at) ? inStage(-1, Keyword::Arg) : nullptr;
            return global && m_at.stage >= 0 ? global : &m_at;
        }
        for (const Keyword keyword : {Keyword::Env, Keyword::Arg, Keyword::Run})
            for (const int stage : m_names.downFrom(m_at.stage))
                if (const Occurrence* const found = inStage(stage, keyword))
                    return found;
        const Occurrence* const global = inStage(-1, Keyword::Arg);
        return global || m_definitions.empty() ? global : m_definitions.front();
    }

private:
    /// The last one above the place.
    [[nodiscard]] const Occurrence* inStage(int stage, Keyword keyword) const {
        const Occurrence* out = nullptr;
        for (const Occurrence* const each : m_definitions) {
            const dockerfile::Instruction* const by = instructionAt(m_tree, each->range.begin);
            if (each->stage == stage && each->range.begin < m_at.range.begin && by && by->keyword == keyword)
                out = each;
        }
        return out;
    }
    [[nodiscard]] bool isBareArgument(const Occurrence& definition) const {
        const dockerfile::Instruction* const by = instructionAt(m_tree, definition.range.begin);
        return by && by->keyword == Keyword::Arg &&
               std::ranges::any_of(by->pairs, [&](const dockerfile::NameValue& pair) {
                   return pair.name.range == definition.range && !pair.hasSeparator;
               });
    }

    const dockerfile::SyntaxTree& m_tree;
    const Names& m_names;
    const Occurrence& m_at;
    std::vector<const Occurrence*> m_definitions;  ///< in order of the text
};

}  // namespace

Definition definitionAt(const dockerfile::SyntaxTree& tree, const Surroundings& surroundings, std::size_t offset) {
    Definition out;
    const Names names = language::names(tree, dockerfile::outline(tree));
    const Occurrence* const found = names.at(offset);
    if (!found) {
        out.file = contextFileAt(tree, surroundings, offset);
        return out;
    }
    if (names.symbols[found->symbol].kind == NameKind::Variable) {
        if (const Occurrence* const source = Source(tree, names, *found).find())
            out.places.push_back(source->range);
        return out;
    }
    for (const Occurrence* const each : names.of(found->symbol))
        if (each->role == Occurrence::Role::Definition)
            out.places.push_back(each->range);
    return out;
}

}  // namespace slipway::language
