// The colours of scripts, as far as a look at their words tells them. Internal to core/language.
#pragma once

#include "language/decorations.h"
#include "language/script_inputs.h"

#include <string_view>
#include <vector>

namespace slipway::language {

struct ScriptToken {
    SemanticKind kind = SemanticKind::Keyword;
    text::Range range;  ///< a string or a comment may hold line ends
};

/// In order, apart from each other. None of another language. Any thread.
[[nodiscard]] std::vector<ScriptToken> scriptTokens(std::string_view script, ScriptLanguage language);

/// Comments, strings, keywords and numbers; what stands in an f-string is part of it.
///
/// Reference: "Lexical analysis" of the Python Language Reference.
[[nodiscard]] std::vector<ScriptToken> pythonTokens(std::string_view script);
/// Comments and documentation, strings of every kind, here-documents and patterns among them, keywords, variables and
/// numbers. Whether "/" divides or begins a pattern is told by what stands before it.
///
/// Reference: perlop ("Quote-Like Operators"), perldata.
[[nodiscard]] std::vector<ScriptToken> perlTokens(std::string_view script);

}  // namespace slipway::language
