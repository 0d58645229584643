// The names of a Dockerfile: stages, variables and here-documents, where each is defined and where it is used.
//
// A variable is one over the stages that inherit it: a stage that stands on another sees its ENVs and ARGs, and a
// stage's ARG goes on from the ARG of that name above the first FROM. In shell commands, what the Dockerfile defines
// counts, and so does a command's own assignment to it. A stage is used by the default of an ARG, too, where a FROM
// takes it for its base.
#pragma once

#include "dockerfile/outline.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::language {

enum class NameKind : std::uint8_t { Stage, Variable, Heredoc };

/// A thing with a name. Variables that nothing in the file defines (a base image may) have no definition.
struct Symbol {
    NameKind kind = NameKind::Stage;
    std::string name;
    int stage = -1;  ///< Stage: its index; else the first stage in which it occurs, -1 for above the first FROM
};

struct Occurrence {
    enum class Role : std::uint8_t { Definition, Use, Number };  ///< Number: a stage by its number
    std::size_t symbol = 0;                                      ///< index into Names::symbols
    Role role = Role::Use;
    text::Range range;  ///< the name alone
    int stage = -1;     ///< in which it stands; of variables in FROM, and above the first one, -1
};

/// A variable in a shell command that is the command's own.
struct ShellName {
    std::string name;
    text::Range range;
    int stage = -1;
    std::size_t instruction = 0;  ///< where that begins
};

struct Names {
    std::vector<Symbol> symbols;
    std::vector<Occurrence> occurrences;  ///< in order of the text, apart from each other
    std::vector<ShellName> shellNames;
    /// Of each stage: the stages that it stands on, or may where variables have a say; empty for an image.
    std::vector<std::vector<int>> bases;

    /// The one that the offset touches, its end included; nullptr where there is none.
    [[nodiscard]] const Occurrence* at(std::size_t offset) const;
    /// All of one symbol, in order of the text.
    [[nodiscard]] std::vector<const Occurrence*> of(std::size_t symbol) const;
    /// A stage, and those that it stands on, the nearest first; of -1, that alone.
    [[nodiscard]] std::vector<int> downFrom(int stage) const;
    /// The symbol of a variable that a stage defines or inherits; nullptr where it has none of that name.
    [[nodiscard]] const Symbol* variable(int stage, std::string_view name) const;
};

/// Any thread.
[[nodiscard]] Names names(const dockerfile::SyntaxTree& tree, const dockerfile::Outline& outline);

/// The stage above `before` that a name, or a number where those count, stands for; -1 where there is none.
[[nodiscard]] int stageNamed(const dockerfile::Outline& outline, std::string_view name, int before, bool numbers);
/// The stage that an offset stands in; -1 above the first FROM.
[[nodiscard]] int stageAt(const dockerfile::Outline& outline, std::size_t offset);
/// The instruction whose text holds the offset, its end included; nullptr between instructions.
[[nodiscard]] const dockerfile::Instruction* instructionAt(const dockerfile::SyntaxTree& tree, std::size_t offset);

}  // namespace slipway::language
