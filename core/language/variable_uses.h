// Where the texts of a Dockerfile use variables. Internal to core/language.
#pragma once

#include "language/placed_text.h"
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
/// Where a text in any language asks for the environment by a literal name (`os.environ["X"]`, `$env:X`).
void usesInOtherLanguages(std::string_view text, std::vector<VariableUse>& out);
/// `%name%`, as cmd.exe has it.
[[nodiscard]] std::vector<VariableUse> usesInBatch(std::string_view text);
/// Takes the name behind the `$` or `${` at the offset, where there is one, and gives its end.
std::size_t addExpansion(std::string_view text, std::size_t at, std::vector<VariableUse>& out);
/// Of the name that begins at `begin`; `begin` where none does.
[[nodiscard]] std::size_t nameEnd(std::string_view text, std::size_t begin);

// script_uses.cpp

/// In a shell script: expansions, assignments, what builtins and arithmetic name, and the scripts in it that another
/// shell reads (`sh -c '…'`); what stands there for other languages, too.
[[nodiscard]] std::vector<VariableUse> usesInScript(std::string_view text, shell::Dialect dialect);
/// In the words of a program that no shell starts (`["sh", "-c", "…"]`).
[[nodiscard]] std::vector<VariableUse> usesInProgram(const std::vector<PlacedText>& words);

}  // namespace slipway::language
