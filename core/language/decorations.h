// What an editor shows upon the text: colours by meaning, links, and hints between the words.
#pragma once

#include "language/names.h"
#include "language/surroundings.h"

#include <string>
#include <vector>

namespace slipway::language {

enum class SemanticKind : std::uint8_t {
    Keyword,
    Comment,
    String,
    Variable,
    Parameter,
    Stage,
    Operator,
    Directive,
    Number,
};

struct SemanticToken {
    SemanticKind kind = SemanticKind::Keyword;
    bool definition = false;
    text::Range range;  ///< within one line
};
/// In order, apart from each other; plain words have none. Commands are coloured as their shell's language, and
/// here-documents as that of the program that reads them: a shell, Python or Perl.
[[nodiscard]] std::vector<SemanticToken> semanticTokens(const dockerfile::SyntaxTree& tree, const Names& names);

struct Link {
    text::Range range;
    std::string url;   ///< a page, or
    std::string path;  ///< a file of the build context
};
/// Images of Docker Hub, URLs of ADD, files of the context that are there.
[[nodiscard]] std::vector<Link> links(const plan::BuildPlan& plan, const Surroundings& surroundings);

struct InlayHint {
    std::size_t offset = 0;
    std::string text;
    std::string tooltip;
};
/// What a FROM's variables stand for, the name of a stage that is used by number, where a relative WORKDIR leads.
[[nodiscard]] std::vector<InlayHint> inlayHints(const plan::BuildPlan& plan);

}  // namespace slipway::language
