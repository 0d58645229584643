#include "language/script_tokens.h"

#include "shell/script.h"

namespace slipway::language {

namespace {

std::optional<SemanticKind> colourOf(shell::TokenKind kind) {
    switch (kind) {
        case shell::TokenKind::Keyword:
            return SemanticKind::Keyword;
        case shell::TokenKind::Operator:
            return SemanticKind::Operator;
        case shell::TokenKind::Comment:
            return SemanticKind::Comment;
        case shell::TokenKind::String:
        case shell::TokenKind::Escape:
            return SemanticKind::String;
        case shell::TokenKind::Variable:
        case shell::TokenKind::Assignment:
            return SemanticKind::Variable;
        case shell::TokenKind::Heredoc:
            return {};
    }
    return {};
}

std::vector<ScriptToken> shellTokens(std::string_view text, shell::Dialect dialect) {
    std::vector<ScriptToken> out;
    const auto script = shell::Script::parse(text, dialect);
    for (const shell::Token& token : script->tokens())
        if (const auto colour = colourOf(token.kind))
            out.push_back({*colour, token.range});
    return out;
}

}  // namespace

std::vector<ScriptToken> scriptTokens(std::string_view script, ScriptLanguage language) {
    switch (language.kind) {
        case ScriptLanguage::Kind::Shell:
            return shellTokens(script, language.dialect);
        case ScriptLanguage::Kind::Python:
            return pythonTokens(script);
        case ScriptLanguage::Kind::Perl:
            return perlTokens(script);
        case ScriptLanguage::Kind::Other:
            break;
    }
    return {};
}

}  // namespace slipway::language
