// Code actions: what mends a problem, and what silences it. Of a client that can ask again, edits that take work are
// made when an action is chosen.
#include "checks/fix.h"
#include "lsp/session.h"

#include <algorithm>

namespace slipway::lsp {

namespace {

constexpr int kContentModified = -32801;
constexpr const char* kFixAll = "source.fixAll";

/// Is the kind, or one above it, among those that the client wants?
bool isWanted(const Json& context, std::string_view kind) {
    if (!context.contains("only")) {
        return true;
    }
    return std::ranges::any_of(context.at("only"), [&](const Json& each) {
        const std::string& wanted = each.get_ref<const std::string&>();
        return kind == wanted || (kind.starts_with(wanted) && kind.substr(wanted.size()).starts_with('.')) ||
               wanted.empty();
    });
}

bool meet(text::Range a, text::Range b) { return a.begin <= b.end && b.begin <= a.end; }

bool isHadolints(const checks::Rule& rule) { return rule.family == checks::Family::Hadolint; }

}  // namespace

checks::Surroundings Server::Session::aroundOf(const Document& document) const {
    const Project& project = document.project;
    return {.bases = &document.bases,
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

/// The configuration of the project, with the rule on its list; where there is none and it can't be made, a comment.
Answer Server::Session::ignoreEverywhere(Document& document, const checks::Finding& finding) {
    const checks::ConfigurationFile file = m_host.project(document.path, unsaved()).configuration;
    if (!isHadolints(*finding.rule) || file.path.empty() || (!file.text && !m_createsFiles)) {
        const checks::Fixer fixer(planOf(document), aroundOf(document), document.project.settings());
        const auto fix = fixer.ignoreInFile(finding);
        return fix ? workspaceEdit(document.uri, document.version, places(document).edits(fix->edits), false)
                   : Json(nullptr);
    }
    const std::string text = file.text.value_or("");
    const auto edits = checks::ignoreInConfiguration(text, file.path, finding.rule->name);
    if (!edits) {
        return std::unexpected(Failure{kRequestFailed, edits.error().describe()});
    }
    const text::LineIndex lines(text);
    return workspaceEdit(uriOf(file.path), nullptr, Places(text, lines, m_encoding).edits(*edits), !file.text);
}

/// The edit of an action, by its data.
Answer Server::Session::editOf(Document& document, const Json& data) {
    const std::string what = data.at("what");
    const auto edits = [&](const std::vector<text::Edit>& all) {
        return workspaceEdit(document.uri, document.version, places(document).edits(all), false);
    };
    const checks::Surroundings around = aroundOf(document);
    const checks::Settings& settings = document.project.settings();
    if (what == "file") {
        const auto any = [](const checks::Finding&) { return true; };
        return edits(checks::mendAll(planOf(document), around, settings, any).edits);
    }
    const std::string rule = data.at("rule");
    if (what == "kind") {
        const auto same = [&](const checks::Finding& finding) { return finding.rule->name == rule; };
        return edits(checks::mendAll(planOf(document), around, settings, same, true).edits);
    }
    const auto begin = data.at("begin").get<std::size_t>(), end = data.at("end").get<std::size_t>();
    for (const checks::Finding& finding : findingsOf(document)) {
        if (finding.rule->name != rule || finding.range != text::Range{begin, end}) {
            continue;
        }
        if (what == "everywhere") {
            return ignoreEverywhere(document, finding);
        }
        const checks::Fixer fixer(planOf(document), around, settings);
        const auto fix = what == "mend" ? fixer.mend(finding) : fixer.ignoreHere(finding);
        return fix ? edits(fix->edits) : Json(nullptr);
    }
    return std::unexpected(Failure{kContentModified, "The problem is no longer there."});
}

/// Adds an action; its edit comes with it where it is known or the client can't ask for it.
void Server::Session::addAction(Document& document, Json& out, Json action, Json data) {
    data["uri"] = document.uri;
    data["version"] = document.version;
    if (!m_resolvesEdits) {
        const Answer edit = editOf(document, data);
        if (!edit || edit->is_null()) {
            return;
        }
        action["edit"] = *edit;
    }
    action["data"] = std::move(data);
    out.push_back(std::move(action));
}

void Server::Session::addActions(Document& document, const checks::Fixer& fixer, const Effects& effects,
                                 const checks::Finding& finding, Json& out) {
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
    if (const auto fix = fixer.mend(finding)) {
        // Clients show a title and no more.
        const std::string effect = effects ? effects(fix->edits) : "";
        addAction(document, out, action(fix->title + (effect.empty() ? "" : " (" + effect + ")"), !fix->onRequest),
                  data("mend"));
        if (std::ranges::count(findingsOf(document), finding.rule, &checks::Finding::rule) > 1) {
            addAction(document, out, action("Mend every " + name, false), data("kind"));
        }
    }
    if (finding.rule->experimental) {
        return;  // who doesn't want it doesn't ask for it
    }
    if (!finding.rule->fileOnly) {
        addAction(document, out, action("Ignore " + name + " here", false), data("here"));
    }
    const bool inFile = !isHadolints(*finding.rule) || document.project.configuration.path.empty();
    addAction(document, out, action("Ignore " + name + (inFile ? " in this file" : " everywhere"), false),
              data("everywhere"));
}

Answer Server::Session::codeAction(const Json& params) {
    if (Document* const document = find(params); document && document->kind == language::FileKind::IgnoreFile) {
        return ignoreActions(*document, places(*document).range(params.at("range")), params.at("context"));
    }
    return in(params, [&](Document& document, const Places& at) -> Answer {
        const text::Range range = at.range(params.at("range"));
        const Json& context = params.at("context");
        Json out = Json::array();
        const checks::Fixer fixer(planOf(document), aroundOf(document), document.project.settings());
        const Effects effects =
            m_host.effects(planOf(document), aroundOf(document), document.path, document.project.folder);
        for (const checks::Finding& finding : findingsOf(document)) {
            if (isWanted(context, "quickfix") && meet(finding.range, range)) {
                addActions(document, fixer, effects, finding, out);
            }
        }
        const bool canMend = std::ranges::any_of(findingsOf(document), [&](const checks::Finding& finding) {
            const auto fix = isWanted(context, kFixAll) ? fixer.mend(finding) : std::nullopt;
            return fix && !fix->onRequest;
        });
        if (canMend) {
            addAction(document, out, {{"title", "Mend all that can be mended"}, {"kind", kFixAll}}, {{"what", "file"}});
        }
        return out;
    });
}

Answer Server::Session::resolveCodeAction(const Json& params) {
    const Json& data = params.at("data");
    const auto found = m_documents.find(data.at("uri").get_ref<const std::string&>());
    if (found == m_documents.end() || found->second.version != data.at("version")) {
        return std::unexpected(Failure{kContentModified, "The document is another one by now."});
    }
    Answer edit = editOf(found->second, data);
    if (!edit) {
        return edit;
    }
    Json out = params;
    if (!edit->is_null()) {
        out["edit"] = std::move(*edit);
    }
    return out;
}

}  // namespace slipway::lsp
