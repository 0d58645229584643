// Texts that stand in a Dockerfile with quotes, escapes or line ends between their bytes. Internal to core/language.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::language {

struct PlacedText {
    std::string text;
    std::vector<std::size_t> places;  ///< of each byte, in the text around
};

[[nodiscard]] PlacedText placed(std::string_view text, text::Range range);
/// A here-document's text as its reader gets it where the shell around has taken its backslashes away.
[[nodiscard]] PlacedText withoutEscapes(std::string_view document);
/// A flag's value, its lines joined, placed in the tree's text; no text where it can't be placed.
[[nodiscard]] PlacedText valueOf(const dockerfile::Flag& flag, const dockerfile::SyntaxTree& tree);
/// The elements of an instruction's JSON array, placed in the tree's text; none where it has no such array.
[[nodiscard]] std::vector<PlacedText> elementsOf(const dockerfile::Instruction& instruction);

}  // namespace slipway::language
