// Names as they are collected, and which of their variables are one. Internal to core/language.
#pragma once

#include "language/names.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace slipway::language {

/// What stands in the text. A variable is one a stage.
struct CollectedNames {
    using Variable = std::pair<int, std::string>;  ///< stage and name

    Names names;
    std::map<Variable, std::size_t> variables;  ///< their symbols
    std::map<Variable, bool> defined;           ///< whether an ARG does
    std::set<std::string> everDefined;
    std::vector<ShellName> mounted;  ///< variables that secrets are given in

    /// Its index.
    std::size_t add(Symbol symbol);
    /// The symbol of a stage's variable; a new one where it has none yet.
    std::size_t variable(int stage, const std::string& name);
};

/// Makes one symbol of the variables that stages inherit from each other, and of the uses in shell commands of what the
/// Dockerfile defines.
[[nodiscard]] Names joined(CollectedNames collected);

}  // namespace slipway::language
