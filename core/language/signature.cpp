#include "language/signature.h"

#include "language/cursor.h"
#include "language/instruction_help.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::language {

namespace {

/// The pieces behind the keyword; what stands in brackets is one.
std::vector<text::Range> parametersOf(std::string_view form) {
    std::vector<text::Range> out;
    std::size_t at = std::min(form.find(' '), form.size());
    while (at < form.size()) {
        const std::size_t begin = ++at;
        int depth = 0;
        while (at < form.size() && (form[at] != ' ' || depth > 0)) {
            depth += form[at] == '[' ? 1 : form[at] == ']' ? -1 : 0;
            ++at;
        }
        out.push_back({begin, at});
    }
    return out;
}

bool isArray(std::string_view form) { return form.contains("[\""); }

}  // namespace

std::optional<SignatureHelp> signatureHelp(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    const Cursor cursor = cursorAt(tree, offset);
    const InstructionHelp* const help = helpOf(cursor.keyword);
    if (cursor.where != Cursor::Where::Arguments || !help)
        return {};
    SignatureHelp out;
    out.documentation = text::said(help->text);
    for (const std::string_view form : help->forms)
        out.signatures.push_back({std::string(form), parametersOf(form)});
    const std::string first =
        cursor.operands() > 0 ? cursor.words[cursor.words.size() - cursor.operands()] : cursor.partial;
    if (first.starts_with('[')) {
        const auto array = std::ranges::find_if(help->forms, isArray);
        out.active = array == help->forms.end() ? 0 : static_cast<std::size_t>(array - help->forms.begin());
    } else if (!first.empty() && !first.starts_with("--")) {
        const auto plain = std::ranges::find_if_not(help->forms, isArray);
        out.active = plain == help->forms.end() ? 0 : static_cast<std::size_t>(plain - help->forms.begin());
    }
    const SignatureHelp::Signature& active = out.signatures[out.active];
    const bool flags = active.label.contains("[FLAGS]") || active.label.contains("[--");
    const bool atFlag = cursor.inFlags() && (cursor.partial.empty() || cursor.partial.starts_with('-'));
    out.parameter = cursor.operands() + (flags && !(atFlag && !cursor.partial.empty()) ? 1 : 0);
    using dockerfile::Keyword;
    const bool runs =
        cursor.keyword == Keyword::Run || cursor.keyword == Keyword::Cmd || cursor.keyword == Keyword::Entrypoint;
    out.command = runs && !first.empty() && !first.starts_with("--");
    if (!active.parameters.empty())
        out.parameter = std::min(out.parameter, active.parameters.size() - 1);
    return out;
}

}  // namespace slipway::language
