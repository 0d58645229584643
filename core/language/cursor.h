// What stands before a place of a half-typed text. Internal to core/language.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <string>
#include <vector>

namespace slipway::language {

/// The instruction around a place, up to there.
struct Cursor {
    enum class Where : std::uint8_t {
        Nowhere,    ///< nothing of ours: a here-document that no one expands
        Directive,  ///< a comment where a parser directive may stand
        Comment,    ///< any other one
        Keyword,    ///< the keyword, or where one may begin
        Arguments,
        Document,  ///< the text of a here-document
    };
    Where where = Where::Nowhere;
    dockerfile::Keyword keyword = dockerfile::Keyword::Unknown;  ///< of the inner one behind ONBUILD
    bool inOnbuild = false;
    std::vector<std::string> words;  ///< behind the keyword, whole ones, flags too
    std::string partial;             ///< the word that ends at the place; empty behind white space
    [[nodiscard]] bool inFlags() const;
    /// How many of the words are no flags.
    [[nodiscard]] std::size_t operands() const;
    /// Value of the last `--name=value`; empty where there is none.
    [[nodiscard]] std::string flag(std::string_view name) const;
};

[[nodiscard]] Cursor cursorAt(const dockerfile::SyntaxTree& tree, std::size_t offset);

}  // namespace slipway::language
