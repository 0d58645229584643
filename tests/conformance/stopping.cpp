#include "stopping.h"

#include <algorithm>

namespace conformance {

using namespace slipway;

namespace {

using dockerfile::Keyword;
using dockerfile::Severity;

const dockerfile::Instruction* instructionAt(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    for (const auto& each : tree.instructions())
        if (each->range.begin <= offset && offset < std::max(each->range.end, each->range.begin + 1))
            return each.get();
    return nullptr;
}

/// Is it about the flag of a FROM?
bool isOfPlatform(const plan::BuildPlan& plan, text::Range range) {
    return std::ranges::any_of(plan.values, [&](const auto& value) {
        const auto* from = value ? std::get_if<dockerfile::From>(value.get()) : nullptr;
        return from && from->platform && from->platform->range == range;
    });
}

/// The FROM is read, but the name of its image is none, which is seen when its config is asked for.
bool isBadReference(const plan::BuildPlan& plan, const plan::Problem& problem) {
    return !isOfPlatform(plan, problem.range) && std::ranges::any_of(plan.stages, [&](const plan::Stage& stage) {
        return stage.line == problem.where.line && std::holds_alternative<plan::FromImage>(stage.base);
    });
}

Progress progressOf(const plan::BuildPlan& plan, const plan::Problem& problem) {
    const dockerfile::SyntaxTree& tree = *plan.tree;
    const dockerfile::Instruction* instruction = instructionAt(tree, problem.range.begin);
    if (!instruction)
        return {};
    const bool isUnknown = instruction->keyword == Keyword::Unknown;
    if (!isUnknown && std::ranges::contains(instruction->problems, Severity::Error, &dockerfile::Diagnostic::severity))
        return {Pass::Lines, instruction->firstLine};
    const auto at = std::ranges::find(tree.instructions(), instruction, [](const auto& each) { return each.get(); });
    const bool isBroken = !plan.values[static_cast<std::size_t>(at - tree.instructions().begin())];
    const bool isHomeless = plan.stages.empty() || instruction->firstLine < plan.stages.front().line;
    const bool isUnended = !std::ranges::all_of(instruction->heredocs, &dockerfile::Heredoc::terminated);
    if (isUnended)
        return {Pass::Lines, instruction->firstLine};
    if (isBroken || (isHomeless && instruction->keyword != Keyword::Arg))
        return {Pass::Instructions, instruction->firstLine};
    if (isHomeless || instruction->keyword == Keyword::From)
        return isBadReference(plan, problem)
                   ? Progress{Pass::Graph}
                   : Progress{Pass::Froms, instruction->firstLine, isOfPlatform(plan, problem.range)};
    return problem.stage < 0 ? Progress{Pass::Graph} : Progress{Pass::Stages, instruction->firstLine};
}

Progress progressOf(const plan::BuildPlan& plan, const checks::Finding& finding) {
    const std::string_view rule = finding.rule->name;
    const auto isOneOf = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::contains(names, rule);
    };
    if (rule == "NoEmptyContinuation")
        return {Pass::Instructions, 0};
    if (isOneOf({"MaintainerDeprecated", "StageNameCasing", "FromAsCasing", "InvalidDefinitionDescription"}))
        return {Pass::Instructions, finding.line};
    if (isOneOf({"ReservedStageName", "DuplicateStageName", "ConsistentInstructionCasing", "InvalidDefaultArgInFrom"}))
        return {Pass::Froms, 0};
    if (isOneOf({"UndefinedArgInFrom", "RedundantTargetPlatform", "FromPlatformFlagConstDisallowed"}))
        return {Pass::Froms, finding.line, isOfPlatform(plan, finding.range)};
    if (rule == "InvalidBaseImagePlatform")
        return {Pass::Graph};
    return {Pass::Stages, std::max(finding.line, finding.silencedAt)};
}

/// In the very instruction that it stops at, it has looked at the words before it looks at what they say.
bool isLookedAtFirst(const checks::Finding& finding) {
    for (const std::string_view rule :
         {"UndefinedVar", "UndefinedArgInFrom", "RedundantTargetPlatform", "FromPlatformFlagConstDisallowed",
          "MaintainerDeprecated", "StageNameCasing", "FromAsCasing"})
        if (finding.rule->name == rule)
            return true;
    return false;
}

}  // namespace

std::optional<Progress> stopOf(const plan::BuildPlan& plan, checks::Scope scope) {
    std::optional<Progress> out;
    for (const plan::Problem& problem : plan.problems) {
        const bool isMet = problem.stage < 0 || scope == checks::Scope::AllStages ||
                           plan.stages[static_cast<std::size_t>(problem.stage)].reached;
        if (!isMet || problem.severity != Severity::Error || problem.code == ErrorCode::Unsupported)
            continue;
        const Progress here = progressOf(plan, problem);
        out = out ? std::min(*out, here) : here;
    }
    return out;
}

std::vector<checks::Finding> foundBefore(const std::optional<Progress>& stop, const plan::BuildPlan& plan,
                                         std::vector<checks::Finding> findings) {
    if (stop)
        std::erase_if(findings, [&](const checks::Finding& finding) {
            const Progress found = progressOf(plan, finding);
            return found > *stop || (found == *stop && !isLookedAtFirst(finding));
        });
    return findings;
}

}  // namespace conformance
