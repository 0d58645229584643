// An instruction in one line, and what identifies it over edits.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <cstdint>
#include <string>

namespace slipway::plan {

/// Keyword in upper case, flags and arguments as written, continuation lines joined, heredocs left out.
[[nodiscard]] std::string originalText(const dockerfile::Instruction& instruction);
/// First line of a heredoc, with "..." where there are more.
[[nodiscard]] std::string summaryOf(const dockerfile::Heredoc& heredoc);
/// Stays the same while keyword, flags, arguments and heredocs do; `text` is the instruction's originalText().
[[nodiscard]] std::uint32_t fingerprint(const dockerfile::Instruction& instruction, const std::string& text);
/// Does this shell command consist of nothing but the opening of the heredoc?
[[nodiscard]] bool isOnlyHeredoc(std::string_view command, const dockerfile::Heredoc& heredoc);
/// Has the word a variable, a quote or an escape in it, so that a build may take it for something else than is written?
[[nodiscard]] bool isExpanded(std::string_view word, char escape);
/// Joins two paths and cleans the result; absolute, and with `keepSlash` a trailing "/" (or "/.") stays as "/".
[[nodiscard]] std::string joinPath(std::string_view directory, std::string_view path, bool keepSlash = false);
/// In lower case, ASCII only.
[[nodiscard]] std::string lowerCase(std::string_view text);

}  // namespace slipway::plan
