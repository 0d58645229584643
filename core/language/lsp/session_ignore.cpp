// Documents that are a .dockerignore: what can be written in them, and what is wrong with them.
#include "language/ignore_completion.h"
#include "lsp/session.h"

#include <algorithm>

namespace slipway::lsp {

/// What the checks find in the file itself, whatever the Dockerfile says.
const std::vector<checks::Finding>& Server::Session::ignoreFindings(Document& document) {
    if (!document.findings) {
        const auto plan = plan::plan(dockerfile::SyntaxTree::parse("FROM scratch\n"), {}, {});
        document.findings = checks::check(plan, aroundOf(document), document.project.settings()).findings;
        std::erase_if(*document.findings,
                      [&](const checks::Finding& each) { return document.path.empty() || each.path != document.path; });
    }
    return *document.findings;
}

Json Server::Session::ignoreProblems(Document& document) {
    const Places at = places(document);
    const auto patterns = context::readIgnoreFile(document.text());
    Json out = Json::array();
    if (const auto compiled = context::Ignore::compile(patterns); !compiled) {
        const std::uint32_t line = compiled.error().where ? compiled.error().where->line : 1;
        const auto pattern = std::ranges::find(patterns, line, &context::IgnorePattern::line);
        out.push_back({{"range", at.range(pattern == patterns.end() ? text::Range{} : pattern->range)},
                       {"severity", 1},
                       {"source", "slipway"},
                       {"code", "syntax"},
                       {"message", compiled.error().message}});
        return out;
    }
    for (const checks::Finding& finding : ignoreFindings(document)) {
        out.push_back(problem(document, finding));
    }
    return out;
}

Json Server::Session::ignoreCompletion(Document& document, std::size_t offset) {
    if (!document.project.files) {
        look(document);
    }
    return {
        {"isIncomplete", false},
        {"items", items(language::completeIgnore(document.text(), document.project.files, offset), places(document))}};
}

Json Server::Session::ignoreActions(Document& document, text::Range range, const Json& context) {
    Json out = Json::array();
    if (document.stale) {
        look(document);
    }
    if (!isWanted(context, "quickfix") || !document.project.survey) {
        return out;
    }
    for (const checks::Finding& finding : ignoreFindings(document)) {
        const auto fix = checks::mendIgnoreFile(finding, *document.project.survey, document.text());
        if (!fix || finding.range.begin > range.end || range.begin > finding.range.end) {
            continue;
        }
        out.push_back({{"title", fix->title},
                       {"kind", "quickfix"},
                       {"diagnostics", Json::array({problem(document, finding)})},
                       {"edit", editsIn(document, fix->edits)}});
    }
    return out;
}

}  // namespace slipway::lsp
