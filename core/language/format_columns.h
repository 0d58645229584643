// Words that someone laid out in columns, from one line to the next. Internal to core/language.
#pragma once

#include "dockerfile/syntax_tree.h"

namespace slipway::language {

/// Do the instruction's arguments fall into words with nothing but white space between them?
[[nodiscard]] bool takesWords(const dockerfile::Instruction& instruction);
/// Does the word that begins there stand in a column with one of the instruction above or below?
[[nodiscard]] bool standsInColumn(const dockerfile::SyntaxTree& tree, const dockerfile::Instruction& instruction,
                                  std::size_t at);

}  // namespace slipway::language
