// What a client asks of a document: core/language's features in the protocol's shapes.
#include "language/completion.h"
#include "language/decorations.h"
#include "language/definition.h"
#include "language/format.h"
#include "language/hover.h"
#include "language/rename.h"
#include "language/signature.h"
#include "language/symbols.h"
#include "lsp/session.h"
#include "text/utf8.h"

#include <algorithm>
#include <format>

namespace slipway::lsp {

namespace {

using language::CompletionKind;
using Role = language::Occurrence::Role;

/// A snippet for a client that knows none: its placeholders' texts.
std::string withoutPlaceholders(std::string_view snippet) {
    std::string out;
    for (std::size_t i = 0; i < snippet.size(); ++i) {
        if (!snippet.substr(i).starts_with("${")) {
            out += snippet[i];
            continue;
        }
        const std::size_t end = std::min(snippet.find('}', i), snippet.size());
        const std::size_t colon = snippet.find(':', i);
        if (colon < end) {
            out += snippet.substr(colon + 1, end - colon - 1);
        }
        i = end;
    }
    return out;
}

/// A card for a client that shows no Markdown.
std::string withoutMarkdown(std::string_view markdown) {
    std::string out;
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size());
        const std::string_view line = markdown.substr(0, end);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        if (line.starts_with("```")) {
            continue;
        }
        for (std::size_t i = 0; line != "---" && i < line.size(); ++i) {
            const bool strong = line.substr(i).starts_with("**");
            i += strong ? 1 : 0;
            if (!strong && line[i] != '`') {
                out += line[i];
            }
        }
        out += markdown.empty() ? "" : "\n";
    }
    return out;
}

Json documentation(const std::string& text, bool markdown) {
    return markdown ? Json{{"kind", "markdown"}, {"value", text}} : Json(text);
}

int itemKind(CompletionKind kind) {
    switch (kind) {
        case CompletionKind::Instruction:
            return 14;
        case CompletionKind::Directive:
        case CompletionKind::Flag:
            return 10;
        case CompletionKind::Value:
            return 12;
        case CompletionKind::Stage:
            return 9;
        case CompletionKind::Variable:
            return 6;
        case CompletionKind::File:
            return 17;
        case CompletionKind::Folder:
            return 19;
        case CompletionKind::Image:
            return 18;
        case CompletionKind::Snippet:
            break;
    }
    return 15;
}

int symbolKind(language::SymbolKind kind) {
    switch (kind) {
        case language::SymbolKind::Stage:
            return 3;
        case language::SymbolKind::Instruction:
            return 12;
        case language::SymbolKind::Variable:
            break;
    }
    return 13;
}

Json nested(const language::DocumentSymbol& symbol, const Places& at) {
    Json children = Json::array();
    for (const language::DocumentSymbol& child : symbol.children) {
        children.push_back(nested(child, at));
    }
    return {{"name", symbol.name.empty() ? "?" : symbol.name},
            {"detail", symbol.detail},
            {"kind", symbolKind(symbol.kind)},
            {"range", at.range(symbol.range)},
            {"selectionRange", at.range(symbol.nameRange)},
            {"children", std::move(children)}};
}

void flat(const language::DocumentSymbol& symbol, const std::string& container, const std::string& uri,
          const Places& at, Json& out) {
    out.push_back({{"name", symbol.name.empty() ? "?" : symbol.name},
                   {"kind", symbolKind(symbol.kind)},
                   {"location", {{"uri", uri}, {"range", at.range(symbol.range)}}},
                   {"containerName", container}});
    for (const language::DocumentSymbol& child : symbol.children) {
        flat(child, symbol.name, uri, at, out);
    }
}

language::Names namesOf(const Document& document) {
    return language::names(*document.tree, dockerfile::outline(*document.tree));
}

}  // namespace

Json Server::Session::items(const std::vector<language::Completion>& found, const Places& at) const {
    Json items = Json::array();
    for (const language::Completion& each : found) {
        const bool snippet = each.snippet && m_snippets;
        Json item{{"label", each.label},
                  {"kind", itemKind(each.kind)},
                  {"sortText", std::format("{:05}", items.size())},
                  {"insertTextFormat", snippet ? 2 : 1},
                  {"textEdit",
                   {{"range", at.range(each.replace)},
                    {"newText", each.snippet && !m_snippets ? withoutPlaceholders(each.insert) : each.insert}}}};
        if (!each.detail.empty()) {
            item["detail"] = each.detail;
        }
        if (!each.documentation.empty()) {
            item["documentation"] = documentation(each.documentation, m_itemMarkdown);
        }
        if (!each.ask.empty()) {
            item["filterText"] = each.insert;
            item["command"] = {
                {"title", each.detail}, {"command", kAskRegistry}, {"arguments", Json::array({each.ask})}};
        }
        items.push_back(std::move(item));
    }
    return items;
}

Answer Server::Session::completion(const Json& params) {
    if (Document* const document = find(params); document && document->kind == language::FileKind::IgnoreFile) {
        return ignoreCompletion(*document, places(*document).offset(params.at("position")));
    }
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const std::size_t offset = at.offset(params.at("position"));
        const auto found = language::complete(planOf(document), surroundingsOf(document), offset);
        // Who asks twice at one place wants more than the first answer had; some clients run no commands of an item.
        const bool isInvoked = params.value("context", Json::object()).value("triggerKind", 1) == 1;
        const std::pair place(document.version, offset);
        const bool isAskedAgain = isInvoked && std::exchange(document.completed, place) == place;
        bool mayGrow = false;
        for (const language::Completion& each : found) {
            mayGrow = mayGrow || !each.ask.empty();
            if (!each.ask.empty() && isAskedAgain) {
                m_host.askRegistry(each.ask);
            }
        }
        return Json{{"isIncomplete", mayGrow}, {"items", items(found, at)}};
    });
}

Answer Server::Session::executeCommand(const Json& params) {
    const auto command = params.at("command").get<std::string>();
    if (command == kApplyEdit) {
        return applyEdit(params.at("arguments").at(0));
    }
    if (command != kAskRegistry) {
        return std::unexpected(Failure{kInvalidParams, "There is no command " + command + "."});
    }
    m_host.askRegistry(params.at("arguments").at(0).get<std::string>());
    return Json(nullptr);
}

Answer Server::Session::hover(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const std::size_t offset = at.offset(params.at("position"));
        const auto found = language::hover(planOf(document), surroundingsOf(document), findingsOf(document), offset);
        if (!found) {
            return Json(nullptr);
        }
        const std::string text = m_markdown ? found->markdown : withoutMarkdown(found->markdown);
        return Json{{"contents", {{"kind", m_markdown ? "markdown" : "plaintext"}, {"value", text}}},
                    {"range", at.range(found->range)}};
    });
}

Answer Server::Session::signatureHelp(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const auto help = language::signatureHelp(*document.tree, at.offset(params.at("position")));
        if (!help) {
            return Json(nullptr);
        }
        Json signatures = Json::array();
        for (const auto& signature : help->signatures) {
            Json parameters = Json::array();
            for (const text::Range range : signature.parameters) {
                const std::string_view label = signature.label;
                parameters.push_back({{"label", m_labelOffsets ? Json{text::utf16Length(label.substr(0, range.begin)),
                                                                      text::utf16Length(label.substr(0, range.end))}
                                                               : Json(range.of(label))}});
            }
            signatures.push_back({{"label", signature.label},
                                  {"documentation", documentation(help->documentation, m_signatureMarkdown)},
                                  {"parameters", std::move(parameters)}});
        }
        return Json{{"signatures", std::move(signatures)},
                    {"activeSignature", help->active},
                    {"activeParameter", help->parameter}};
    });
}

Answer Server::Session::definition(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const language::Definition found =
            language::definitionAt(*document.tree, surroundingsOf(document), at.offset(params.at("position")));
        if (!found.file.empty() && !document.project.folder.empty()) {
            const Json start{{"line", 0}, {"character", 0}};
            return Json{{"uri", uriOf(document.project.folder + '/' + found.file)},
                        {"range", {{"start", start}, {"end", start}}}};
        }
        Json out = Json::array();
        for (const text::Range place : found.places) {
            out.push_back({{"uri", document.uri}, {"range", at.range(place)}});
        }
        return out;
    });
}

Answer Server::Session::references(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const Json context = params.value("context", Json::object());
        const bool declarations = context.value("includeDeclaration", true);
        const language::Names names = namesOf(document);
        Json out = Json::array();
        if (const language::Occurrence* const found = names.at(at.offset(params.at("position")))) {
            for (const language::Occurrence* const each : names.of(found->symbol)) {
                if (declarations || each->role != Role::Definition) {
                    out.push_back({{"uri", document.uri}, {"range", at.range(each->range)}});
                }
            }
        }
        return out;
    });
}

Answer Server::Session::documentHighlight(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const language::Names names = namesOf(document);
        Json out = Json::array();
        if (const language::Occurrence* const found = names.at(at.offset(params.at("position")))) {
            for (const language::Occurrence* const each : names.of(found->symbol)) {
                out.push_back({{"range", at.range(each->range)}, {"kind", each->role == Role::Definition ? 3 : 2}});
            }
        }
        return out;
    });
}

Answer Server::Session::documentSymbol(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        Json out = Json::array();
        for (const auto& symbol : language::documentSymbols(*document.tree, dockerfile::outline(*document.tree))) {
            if (m_nestedSymbols) {
                out.push_back(nested(symbol, at));
            } else {
                flat(symbol, "", document.uri, at, out);
            }
        }
        return out;
    });
}

Answer Server::Session::formatting(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        return at.edits(language::format(*document.tree));
    });
}

Answer Server::Session::rangeFormatting(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        return at.edits(language::format(*document.tree, at.range(params.at("range"))));
    });
}

Answer Server::Session::onTypeFormatting(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        if (params.at("ch") != "\n") {
            return Json::array();
        }
        return at.edits(language::formatNewLine(*document.tree, at.offset(params.at("position"))));
    });
}

Answer Server::Session::prepareRename(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const auto range =
            language::renameable(planOf(document), at.offset(params.at("position")), surroundingsOf(document));
        if (!range) {
            return std::unexpected(Failure{kRequestFailed, range.error().message});
        }
        return Json{{"range", at.range(*range)}, {"placeholder", range->of(document.tree->text())}};
    });
}

Answer Server::Session::rename(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const std::string name = params.at("newName");
        const auto edits =
            language::rename(planOf(document), at.offset(params.at("position")), name, surroundingsOf(document));
        if (!edits) {
            return std::unexpected(Failure{kRequestFailed, edits.error().message});
        }
        return editsIn(document, *edits);
    });
}

Answer Server::Session::foldingRange(const Json& params) {
    return in(params, [&](Document& document, const Places&) -> Answer {
        Json out = Json::array();
        for (const auto& fold : language::foldingRanges(*document.tree, dockerfile::outline(*document.tree))) {
            out.push_back({{"startLine", fold.line - 1},
                           {"endLine", fold.endLine - 1},
                           {"kind", fold.kind == language::FoldingRange::Kind::Comment ? "comment" : "region"}});
        }
        return out;
    });
}

Answer Server::Session::selectionRange(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const dockerfile::Outline outline = dockerfile::outline(*document.tree);
        Json out = Json::array();
        for (const Json& position : params.at("positions")) {
            const std::size_t offset = at.offset(position);
            const auto ranges = language::selectionRanges(*document.tree, outline, offset);
            Json made = nullptr;
            for (auto it = ranges.rbegin(); it != ranges.rend(); ++it) {
                Json outer = std::move(made);
                made = {{"range", at.range(*it)}};
                if (!outer.is_null()) {
                    made["parent"] = std::move(outer);
                }
            }
            if (made.is_null()) {
                made = {{"range", at.range(text::Range{offset, offset})}};
            }
            out.push_back(std::move(made));
        }
        return out;
    });
}

Json Server::Session::tokensIn(Document& document, text::Range range) {
    const Places at = places(document);
    Json data = Json::array();
    std::size_t line = 0;
    std::size_t character = 0;
    for (const language::SemanticToken& token : language::semanticTokens(*document.tree, namesOf(document))) {
        if (token.range.end <= range.begin || token.range.begin >= range.end) {
            continue;
        }
        const auto [tokenLine, tokenCharacter] = at.lineAndCharacter(token.range.begin);
        data.push_back(tokenLine - line);
        data.push_back(tokenLine == line ? tokenCharacter - character : tokenCharacter);
        data.push_back(at.length(token.range));
        data.push_back(static_cast<int>(token.kind));
        data.push_back(token.definition ? 1 : 0);
        line = tokenLine;
        character = tokenCharacter;
    }
    return {{"data", std::move(data)}};
}

Answer Server::Session::semanticTokens(const Json& params) {
    return in(params, [&](Document& document, const Places&) -> Answer {
        return tokensIn(document, {0, document.tree->text().size()});
    });
}

Answer Server::Session::semanticTokensRange(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        return tokensIn(document, at.range(params.at("range")));
    });
}

Answer Server::Session::documentLink(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        Json out = Json::array();
        for (const language::Link& link : language::links(planOf(document), surroundingsOf(document))) {
            if (link.url.empty() && document.project.folder.empty()) {
                continue;
            }
            out.push_back({{"range", at.range(link.range)},
                           {"target", link.url.empty() ? uriOf(document.project.folder + '/' + link.path) : link.url}});
        }
        return out;
    });
}

Answer Server::Session::inlayHint(const Json& params) {
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const text::Range range = at.range(params.at("range"));
        Json out = Json::array();
        for (const language::InlayHint& hint : language::inlayHints(planOf(document))) {
            if (hint.offset >= range.begin && hint.offset <= range.end) {
                out.push_back({{"position", at.position(hint.offset)},
                               {"label", hint.text},
                               {"paddingLeft", true},
                               {"tooltip", hint.tooltip}});
            }
        }
        return out;
    });
}

}  // namespace slipway::lsp
