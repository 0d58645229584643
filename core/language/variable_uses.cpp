#include "language/variable_uses.h"

#include "dockerfile/spaces.h"
#include "shell/script.h"

#include <algorithm>

namespace slipway::language {

namespace {

bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isNamePart(char c) { return isNameStart(c) || (c >= '0' && c <= '9'); }

/// Takes the name behind the "$" at `at` where there is one.
void addName(std::string_view text, std::size_t at, std::vector<VariableUse>& out) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '{')
        ++begin;
    if (begin < text.size() && begin > at + 1 && (text[begin] == '#' || text[begin] == '!'))
        ++begin;
    if (begin >= text.size() || !isNameStart(text[begin]))
        return;
    std::size_t end = begin;
    while (end < text.size() && isNamePart(text[end]))
        ++end;
    out.push_back({std::string(text.substr(begin, end - begin)), {begin, end}});
}

}  // namespace

std::vector<VariableUse> usesInWords(std::string_view text, char escape) {
    std::vector<VariableUse> out;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == escape)
            ++at;
        else if (c == '"')
            quoted = !quoted;
        else if (c == '\'' && !quoted)
            at = std::min(text.find('\'', at + 1), text.size());
        else if (c == '$')
            addName(text, at, out);
    }
    return out;
}

std::vector<VariableUse> usesInDocument(std::string_view text) {
    std::vector<VariableUse> out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '$')
            addName(text, at, out);
    }
    return out;
}

std::vector<VariableUse> usesInScript(std::string_view text, shell::Dialect dialect) {
    std::vector<VariableUse> out;
    if (!text.contains('$') && !text.contains('='))
        return out;
    const auto script = shell::Script::parse(text, dialect);
    for (const shell::Token& token : script->tokens()) {
        const std::string_view written = token.range.of(text);
        if (token.kind == shell::TokenKind::Variable && written.starts_with('$'))
            addName(text, token.range.begin, out);
        else if (token.kind == shell::TokenKind::Assignment && std::ranges::all_of(written, isNamePart))
            out.push_back({std::string(written), token.range});
    }
    return out;
}

}  // namespace slipway::language
