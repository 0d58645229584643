// Where names that were found stand, and what stands at a place.
#include "dockerfile/spaces.h"
#include "language/names.h"

#include <algorithm>
#include <charconv>

namespace slipway::language {

const Occurrence* Names::at(std::size_t offset) const {
    auto after =
        std::ranges::upper_bound(occurrences, offset, {}, [](const Occurrence& each) { return each.range.begin; });
    if (after == occurrences.begin())
        return nullptr;
    const Occurrence& found = *std::prev(after);
    return offset <= found.range.end ? &found : nullptr;
}

std::vector<const Occurrence*> Names::of(std::size_t symbol) const {
    std::vector<const Occurrence*> out;
    for (const Occurrence& occurrence : occurrences)
        if (occurrence.symbol == symbol)
            out.push_back(&occurrence);
    return out;
}

std::vector<int> Names::downFrom(int stage) const {
    std::vector<int> out{stage};
    for (std::size_t i = 0; i < out.size(); ++i)
        if (out[i] >= 0)
            for (const int below : bases[static_cast<std::size_t>(out[i])])
                if (!std::ranges::contains(out, below))
                    out.push_back(below);
    return out;
}

const Symbol* Names::variable(int stage, std::string_view name) const {
    for (const int each : downFrom(stage))
        for (const Occurrence& occurrence : occurrences) {
            const Symbol& symbol = symbols[occurrence.symbol];
            if (occurrence.stage == each && occurrence.role == Occurrence::Role::Definition &&
                symbol.kind == NameKind::Variable && symbol.name == name)
                return &symbol;
        }
    return nullptr;
}

int stageNamed(const dockerfile::Outline& outline, std::string_view name, int before, bool numbers) {
    int number = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (numbers && error == std::errc{} && stop == name.data() + name.size())
        return number >= 0 && number < before ? number : -1;
    for (int stage = std::min(before, static_cast<int>(outline.stages.size())) - 1; stage >= 0; --stage) {
        const std::string& each = outline.stages[static_cast<std::size_t>(stage)].name;
        if (!each.empty() && dockerfile::equalsIgnoringCase(each, name))
            return stage;
    }
    return -1;
}

int stageAt(const dockerfile::Outline& outline, std::size_t offset) {
    const auto after = std::ranges::upper_bound(outline.stages, offset, {},
                                                [](const dockerfile::StageOutline& each) { return each.range.begin; });
    return static_cast<int>(after - outline.stages.begin()) - 1;
}

const dockerfile::Instruction* instructionAt(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    const auto& all = tree.instructions();
    const auto after = std::ranges::upper_bound(all, offset, {}, [](const auto& each) { return each->range.begin; });
    if (after == all.begin())
        return nullptr;
    const dockerfile::Instruction* const found = std::prev(after)->get();
    return offset <= found->range.end ? found : nullptr;
}

}  // namespace slipway::language
