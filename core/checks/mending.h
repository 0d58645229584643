// What the rules' fixes share: places in a Dockerfile, and edits there. Internal to core/checks.
#pragma once

#include "checks/check.h"
#include "text/whole_lines.h"

namespace slipway::checks {

/// May a fix be made without someone asking for it by name? See Fix::onRequest.
enum class Asked : std::uint8_t { Always, OnRequest };
/// nullopt where there are no edits, or some that overlap.
[[nodiscard]] std::optional<Fix> fixOf(std::string title, std::vector<text::Edit> edits, Asked asked = Asked::Always);
/// One that changes one place.
[[nodiscard]] std::optional<Fix> replacing(std::string title, text::Range range, std::string replacement);

/// The end of a line as the file writes it, as far as its first line tells.
[[nodiscard]] std::string_view lineEndOf(std::string_view text);
using text::wholeLines;
/// The comment lines that stand directly above an instruction, lowest first, each from its "#" to its line's end.
[[nodiscard]] std::vector<text::Range> commentsAbove(const dockerfile::SyntaxTree& tree,
                                                     const dockerfile::Instruction& instruction);
/// Those that the instruction takes for its own (Instruction::comments), the lowest first.
[[nodiscard]] std::vector<text::Range> commentsOf(const dockerfile::SyntaxTree& tree,
                                                  const dockerfile::Instruction& instruction);
/// Does a line begin there, or the text behind its byte order mark?
[[nodiscard]] bool isAtLineBegin(std::string_view text, std::size_t offset);
/// Takes the instruction out with its lines and the comments above it that speak to a linter; other comments stay.
[[nodiscard]] std::vector<text::Edit> withoutInstruction(const dockerfile::SyntaxTree& tree,
                                                         const dockerfile::Instruction& instruction);

/// Takes a flag out of the finding's instruction, with the blanks behind it.
[[nodiscard]] std::optional<Fix> withoutFlag(const Subject& subject, const Finding& finding, std::string_view name,
                                             Asked asked);

[[nodiscard]] std::string inLowerCase(std::string_view word);
[[nodiscard]] std::string inUpperCase(std::string_view word);
/// The word as a JSON string; nullopt where it is no UTF-8.
[[nodiscard]] std::optional<std::string> jsonString(std::string_view word);
/// In double quotes, so that an expansion gives it back byte for byte.
[[nodiscard]] std::string quoted(std::string_view text, char escape);

}  // namespace slipway::checks
