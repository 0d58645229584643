// What is known of a file before its stages are worked out. Internal to core/plan.
#pragma once

#include "plan/plan.h"
#include "plan/scope.h"

#include <optional>
#include <unordered_map>

namespace slipway::plan {

/// Where an instruction stands: its own place, or that of the FROM that brought it.
struct Site {
    const dockerfile::Instruction* instruction = nullptr;
    text::Range range;
    text::Position where;
    std::uint32_t line = 1, endLine = 1;
    bool onbuild = false;
    std::size_t index = 0;  ///< among the tree's instructions; of no use where ONBUILD brought it
};

/// What an instruction that may be a step says, whatever stands around it.
struct StepText {
    StepText() = default;
    explicit StepText(const dockerfile::Instruction& instruction);
    std::string text;  ///< originalText()
    std::uint32_t print = 0;
};

/// The FROM of a stage.
struct From {
    std::size_t instruction = 0;  ///< its index
    std::uint32_t line = 1;
    std::string name;  ///< in lower case; empty where unnamed
};

/// Filled first, then read by several threads; of `texts` each element is the business of one of them.
struct Reading {
    const BuildPlan& plan;  ///< its tree, options and values
    const Bases& bases;
    std::unordered_map<std::size_t, Error> mistakes = {};          ///< of each instruction that is broken, by its index
    std::vector<StepText> texts = {};                              ///< of each instruction that may be a step
    std::vector<std::size_t> diagnosed = {};                       ///< where the tree's errors begin, ascending
    std::vector<From> froms = {};                                  ///< of all stages
    std::unordered_map<std::string, std::vector<int>> named = {};  ///< stages of a name, ascending
    Scope global = {};
    Scope globalNames = {};  ///< declared above the first FROM; without values

    /// Of one of the tree's instructions.
    [[nodiscard]] Site site(std::size_t index) const;
    /// What is wrong with an instruction that has no value; nullopt where the tree's diagnostics say so already.
    [[nodiscard]] std::optional<Problem> mistakeAt(const Site& site) const;
    /// Of an instruction, or of a part of it.
    [[nodiscard]] Problem problem(dockerfile::Severity severity, std::string message, const Site& site,
                                  std::optional<text::Range> range, int stage) const;
    /// The first stage of that name (in lower case) from a stage on, else -1.
    [[nodiscard]] int stageNamedFrom(int index, const std::string& name) const;
    /// The last stage of that name (in lower case) above a stage, else -1.
    [[nodiscard]] int stageNamedAbove(int index, const std::string& name) const;
    [[nodiscard]] char escape() const { return plan.tree->escape(); }
};

/// Does it make a layer?
[[nodiscard]] bool isStepKeyword(dockerfile::Keyword keyword);

}  // namespace slipway::plan
