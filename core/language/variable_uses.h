// Where the texts of a Dockerfile use variables. Internal to core/language.
#pragma once

#include "dockerfile/syntax_tree.h"
#include "shell/dialect.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::language {

struct VariableUse {
    std::string name;
    text::Range range;  ///< the name alone; offsets in the text that was looked at
};

/// `$name` and `${name…}` in words with quotes and escapes, or in a document, where quotes stand for themselves.
[[nodiscard]] std::vector<VariableUse> usesInWords(std::string_view text, char escape);
[[nodiscard]] std::vector<VariableUse> usesInDocument(std::string_view text);
/// In a shell script: expansions and assignments.
[[nodiscard]] std::vector<VariableUse> usesInScript(std::string_view text, shell::Dialect dialect);

}  // namespace slipway::language
