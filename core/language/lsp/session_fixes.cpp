// Code actions: what mends a problem, and what silences it. Of a client that can ask again, edits that take work are
// made when an action is chosen.
#include "checks/fix.h"
#include "lsp/session.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::lsp {

namespace {

constexpr int kContentModified = -32801;
constexpr const char* kFixAll = "source.fixAll";

bool meet(text::Range a, text::Range b) { return a.begin <= b.end && b.begin <= a.end; }

bool isHadolints(const checks::Rule& rule) { return rule.family == checks::Family::Hadolint; }

}  // namespace

bool isWanted(const Json& context, std::string_view kind) {
    const Json only = context.value("only", Json());
    return only.empty() || std::ranges::any_of(only, [&](const Json& each) {
               const std::string& wanted = each.get_ref<const std::string&>();
               return kind == wanted || (kind.starts_with(wanted) && kind.substr(wanted.size()).starts_with('.')) ||
                      wanted.empty();
           });
}

checks::Surroundings Server::Session::aroundOf(const Document& document) const {
    const Project& project = document.project;
    return {.bases = &document.resolved.bases,
            .ignore = project.ignore ? &*project.ignore : nullptr,
            .shellcheck = &m_shellcheckAnswers,
            .past = &document.past,
            .context = project.survey ? &*project.survey : nullptr};
}

Json Server::Session::workspaceEdit(const std::string& uri, const Json& version, Json edits, bool create) const {
    if (!m_documentChanges) {
        return {{"changes", {{uri, std::move(edits)}}}};
    }
    Json changes = Json::array();
    if (create) {
        changes.push_back({{"kind", "create"}, {"uri", uri}, {"options", {{"ignoreIfExists", true}}}});
    }
    changes.push_back({{"textDocument", {{"uri", uri}, {"version", version}}}, {"edits", std::move(edits)}});
    return {{"documentChanges", std::move(changes)}};
}

/// Of the document itself, in its version.
Json Server::Session::editsIn(Document& document, const std::vector<text::Edit>& edits) {
    return workspaceEdit(document.uri, document.version, places(document).edits(edits), false);
}

const checks::Fixer& Server::Session::fixerOf(Document& document) {
    if (!document.fixer) {
        document.fixer =
            std::make_unique<checks::Fixer>(planOf(document), aroundOf(document), document.project.settings());
    }
    return *document.fixer;
}

/// Can a finding be mended without someone asking for it by name?
bool Server::Session::isMendable(Document& document) {
    if (!document.isMendable) {
        document.isMendable = std::ranges::any_of(findingsOf(document), [&](const checks::Finding& finding) {
            const auto fix = fixerOf(document).mend(finding);
            return fix && !fix->onRequest;
        });
    }
    return *document.isMendable;
}

/// What mends all findings of a rule, or all that can be unasked where it names none.
const std::vector<text::Edit>& Server::Session::mendedOf(Document& document, const std::string& rule) {
    const auto [known, isNew] = document.mended.try_emplace(rule);
    if (isNew) {
        const auto isWanted = [&](const checks::Finding& finding) {
            return rule.empty() || finding.rule->name == rule;
        };
        known->second =
            checks::mendAll(planOf(document), aroundOf(document), document.project.settings(), isWanted, !rule.empty())
                .edits;
    }
    return known->second;
}

/// The configuration of the project, with the rule on its list; where there is none and it can't be made, a comment.
Answer Server::Session::ignoreEverywhere(Document& document, const checks::Finding& finding, const Project& project) {
    const checks::ConfigurationFile& file = project.configuration;
    if (!isHadolints(*finding.rule) || file.path.empty() || (!file.text && !m_createsFiles)) {
        const auto fix = fixerOf(document).ignoreInFile(finding);
        return fix ? editsIn(document, fix->edits) : Json(nullptr);
    }
    const std::string text = file.text.value_or("");
    const auto edits = checks::ignoreInConfiguration(text, file.path, finding.rule->name);
    if (!edits) {
        return std::unexpected(Failure{kRequestFailed, edits.error().describe()});
    }
    const text::LineIndex lines(text);
    return workspaceEdit(uriOf(file.path), nullptr, Places(text, lines, m_encoding).edits(*edits), !file.text);
}

/// The edit of an action on a finding.
Answer Server::Session::editFor(Document& document, const std::string& what, const checks::Finding& finding,
                                const Project& project) {
    if (what == "kind") {
        return editsIn(document, mendedOf(document, std::string(finding.rule->name)));
    }
    if (what == "everywhere") {
        return ignoreEverywhere(document, finding, project);
    }
    const auto fix = what == "mend" ? fixerOf(document).mend(finding) : fixerOf(document).ignoreHere(finding);
    return fix ? editsIn(document, fix->edits) : Json(nullptr);
}

/// The edit of an action, by its data.
Answer Server::Session::editOf(Document& document, const Json& data, const Project& project) {
    const std::string what = data.at("what");
    if (what == "file") {
        return editsIn(document, mendedOf(document, ""));
    }
    const std::string rule = data.at("rule");
    const text::Range range{data.at("begin"), data.at("end")};
    const auto& findings = findingsOf(document);
    const auto found = std::ranges::find_if(
        findings, [&](const checks::Finding& finding) { return finding.rule->name == rule && finding.range == range; });
    return found == findings.end()
               ? std::unexpected(Failure{kContentModified, text::say("The problem is no longer there.")})
               : editFor(document, what, *found, project);
}

/// Adds an action, on a finding or on the whole file. Its edit comes with it where the client can't ask for it; one
/// that goes through the whole file is left to a command, if the client lets the server apply edits.
void Server::Session::addAction(Document& document, Json& out, Json action, Json data, const checks::Finding* finding) {
    data["uri"] = document.uri;
    data["version"] = document.version;
    const bool isLong = data.at("what") == "kind" || data.at("what") == "file";
    if (!m_resolvesEdits && isLong && m_appliesEdits) {
        action["command"] = {
            {"title", action.at("title")}, {"command", kApplyEdit}, {"arguments", Json::array({data})}};
    } else if (!m_resolvesEdits) {
        const Answer edit = finding ? editFor(document, data.at("what"), *finding, document.project)
                                    : editOf(document, data, document.project);
        if (!edit || edit->is_null()) {
            return;
        }
        action["edit"] = *edit;
    }
    action["data"] = std::move(data);
    out.push_back(std::move(action));
}

void Server::Session::addActions(Document& document, const Effects& effects, const checks::Finding& finding,
                                 Json& out) {
    const std::string name(finding.rule->name);
    const Json problem = this->problem(document, finding);
    const auto action = [&](const std::string& title, bool preferred) {
        Json made{{"title", title}, {"kind", "quickfix"}, {"diagnostics", Json::array({problem})}};
        if (preferred) {
            made["isPreferred"] = true;
        }
        return made;
    };
    const auto data = [&](const char* what) {
        return Json{{"what", what}, {"rule", name}, {"begin", finding.range.begin}, {"end", finding.range.end}};
    };
    if (const auto fix = fixerOf(document).mend(finding)) {
        // Clients show a title and no more.
        const std::string effect = effects ? effects(fix->edits) : "";
        addAction(document, out, action(fix->title + (effect.empty() ? "" : " (" + effect + ")"), !fix->onRequest),
                  data("mend"), &finding);
        const auto isOther = [&](const checks::Finding& each) {
            return each.rule == finding.rule && &each != &finding;
        };
        if (std::ranges::any_of(findingsOf(document), isOther)) {
            addAction(document, out, action(text::say("Mend every {}", name), false), data("kind"), &finding);
        }
    }
    if (finding.rule->experimental) {
        return;  // who doesn't want it doesn't ask for it
    }
    if (fixerOf(document).ignoreHere(finding)) {
        addAction(document, out, action(text::say("Ignore {} here", name), false), data("here"), &finding);
    }
    const bool inFile = !isHadolints(*finding.rule) || document.project.configuration.path.empty();
    addAction(
        document, out,
        action(inFile ? text::say("Ignore {} in this file", name) : text::say("Ignore {} everywhere", name), false),
        data("everywhere"), &finding);
}

Answer Server::Session::codeAction(const Json& params) {
    if (Document* const document = find(params); document && document->kind == language::FileKind::IgnoreFile) {
        return ignoreActions(*document, places(*document).range(params.at("range")), params.at("context"));
    }
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const text::Range range = at.range(params.at("range"));
        const Json& context = params.at("context");
        Json out = Json::array();
        std::optional<Effects> effects;
        for (const checks::Finding& finding : findingsOf(document)) {
            if (!meet(finding.range, range) || !isWanted(context, "quickfix")) {
                continue;
            }
            if (!effects) {
                effects = m_host.effects(planOf(document), aroundOf(document), document.path, document.project.folder);
            }
            addActions(document, *effects, finding, out);
        }
        if (isWanted(context, kFixAll) && isMendable(document)) {
            addAction(document, out, {{"title", text::say("Mend all that can be mended")}, {"kind", kFixAll}},
                      {{"what", "file"}}, nullptr);
        }
        if (document.tree->isLarge()) {
            document.fixer.reset();  // it knows all scripts
        }
        return out;
    });
}

/// The edit of an action that was chosen; what is on disk by then counts.
Answer Server::Session::chosenEdit(const Json& data) {
    const auto found = m_documents.find(data.at("uri").get_ref<const std::string&>());
    const bool isThere = found != m_documents.end() && found->second.tree;
    if (!isThere || found->second.version != data.at("version")) {
        return std::unexpected(Failure{kContentModified, text::say("The document is another one by now.")});
    }
    Document& document = found->second;
    return data.at("what") == "everywhere" ? editOf(document, data, projectOf(document.path))
                                           : editOf(document, data, document.project);
}

Answer Server::Session::resolveCodeAction(const Json& params) {
    if (params.is_object() && !params.contains("data")) {
        return params;  // it came whole
    }
    Answer edit = chosenEdit(params.at("data"));
    if (!edit) {
        return edit;
    }
    Json out = params;
    if (!edit->is_null()) {
        out["edit"] = std::move(*edit);
    }
    return out;
}

Answer Server::Session::applyEdit(const Json& data) {
    Answer edit = chosenEdit(data);
    if (edit && !edit->is_null()) {
        send({{"jsonrpc", "2.0"},
              {"id", "edit " + std::to_string(++m_asked)},
              {"method", "workspace/applyEdit"},
              {"params", {{"edit", std::move(*edit)}}}});
        return Json(nullptr);
    }
    return edit;
}

}  // namespace slipway::lsp
