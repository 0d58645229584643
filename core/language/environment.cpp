#include "language/environment.h"

#include "language/names.h"
#include "plan/scope.h"

#include <algorithm>
#include <set>

namespace slipway::language {

namespace {

using dockerfile::Keyword;

/// Plans the first `end` bytes of the text with a RUN behind them, and gives that one's environment; with `global`,
/// that of a stage which declares all that a FROM there can use.
Environment probe(const plan::BuildPlan& plan, const Surroundings& surroundings, std::size_t end, bool global) {
    static const plan::Bases kNone;
    const dockerfile::SyntaxTree& tree = *plan.tree;
    std::string text = tree.text().substr(0, end);
    if (!text.empty() && !text.ends_with('\n'))
        text += '\n';
    std::set<std::string> arguments;
    if (global) {
        const auto platform = plan::platformArguments({}, {}, {}).list();
        for (const std::string& entry : *platform)
            arguments.insert(entry.substr(0, entry.find('=')));
        for (const auto& instruction : dockerfile::outline(tree).global)
            if (instruction->range.begin < end)
                for (const dockerfile::NameValue& pair : instruction->pairs)
                    arguments.insert(pair.name.text);
        text += "FROM scratch\n";
        for (const std::string& name : arguments)
            text += "ARG " + name + '\n';
    }
    text += "RUN :\n";
    const plan::BuildPlan made = plan::plan(dockerfile::SyntaxTree::parse(std::move(text), &tree), plan.options,
                                            surroundings.bases ? *surroundings.bases : kNone);
    Environment out;
    const plan::RunOperation* const run =
        made.steps.empty() ? nullptr : std::get_if<plan::RunOperation>(&made.steps.back().operation);
    if (!run)
        return out;
    out.complete = made.stages.back().known;
    out.workingDir = run->setting->workingDir;
    for (const std::string& entry : *run->setting->environment) {
        const std::size_t equals = std::min(entry.find('='), entry.size());
        const std::string name = entry.substr(0, equals);
        if (!global || arguments.contains(name))
            out.values.emplace_back(name, entry.substr(std::min(equals + 1, entry.size())));
    }
    return out;
}

}  // namespace

std::optional<std::string> Environment::get(std::string_view name) const {
    const auto found = std::ranges::find(values, name, [](const auto& pair) { return std::string_view(pair.first); });
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

Environment environmentAt(const plan::BuildPlan& plan, const Surroundings& surroundings, std::size_t offset) {
    const dockerfile::SyntaxTree& tree = *plan.tree;
    const dockerfile::Instruction* const at = instructionAt(tree, offset);
    const std::size_t end = tree.lines().lineStart(at ? at->firstLine : tree.lines().line(offset));
    const bool global = (at && at->keyword == Keyword::From) || stageAt(dockerfile::outline(tree), end) < 0;
    return probe(plan, surroundings, end, global);
}

Environment environmentBelow(const plan::BuildPlan& plan, const Surroundings& surroundings,
                             const dockerfile::Instruction& instruction) {
    const bool global = stageAt(dockerfile::outline(*plan.tree), instruction.range.begin) < 0;
    return probe(plan, surroundings, instruction.range.end, global);
}

std::optional<BaseVariable> baseVariable(const plan::BuildPlan& plan, const Surroundings& surroundings, int stage,
                                         std::string_view name) {
    const plan::FromImage* image = nullptr;
    while (stage >= 0 && static_cast<std::size_t>(stage) < plan.stages.size()) {
        const plan::Origin& base = plan.stages[static_cast<std::size_t>(stage)].base;
        image = std::get_if<plan::FromImage>(&base);
        const auto* const below = std::get_if<plan::FromStage>(&base);
        stage = below && below->stage < stage ? below->stage : -1;
    }
    const plan::Base* base = image && surroundings.bases ? plan::baseOf(*surroundings.bases, *image) : nullptr;
    const auto value = base ? base->config->environment(name) : std::nullopt;
    return value ? std::optional(BaseVariable{image->name, *value}) : std::nullopt;
}

}  // namespace slipway::language
