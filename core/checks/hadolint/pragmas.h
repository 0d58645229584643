// `# hadolint ignore=DL3006,SC2086`, for the next line; `# hadolint global ignore=…`, for the file; `# hadolint stage
// ignore=…` directly above a FROM, for its stage, and of no meaning elsewhere; `# hadolint shell=NAME`, for what RUNs
// below it are given to. What follows a further "#" is a comment.
//
// Reference: "Ignoring Rules" of hadolint's README.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::checks::hadolint {

/// What codes are made of.
inline constexpr std::string_view kCodeCharacters = "DLSC0123456789";

enum class PragmaScope : std::uint8_t { NextLine, Stage, File };

struct IgnorePragma {
    PragmaScope scope = PragmaScope::NextLine;
    std::vector<std::string> codes;  ///< whether they are a rule's or not
    std::uint32_t line = 1;          ///< 1-based
    text::Range range;               ///< the comment
};

/// Reads one comment, "#" included; nullopt for any other, and for one with words that are no codes.
[[nodiscard]] std::optional<IgnorePragma> readIgnorePragma(std::string_view comment);
/// The shell's name that a comment gives; nullopt for any other.
[[nodiscard]] std::optional<std::string> readShellPragma(std::string_view comment);
/// The comment that a node is, "#" included.
[[nodiscard]] std::optional<text::Range> commentOf(const dockerfile::Node& node, std::string_view text);
/// All of a file, in order.
[[nodiscard]] std::vector<IgnorePragma> ignorePragmas(const dockerfile::SyntaxTree& tree);

}  // namespace slipway::checks::hadolint
