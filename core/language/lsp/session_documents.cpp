// Open documents, their changes, and the problems that are told of them.
#include "lsp/session.h"
#include "memory/large_pages.h"

#include <algorithm>
#include <utility>

namespace slipway::lsp {

namespace {

int severityNumber(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error:
            return 1;
        case checks::Severity::Warning:
            return 2;
        case checks::Severity::Info:
            return 3;
        case checks::Severity::Style:
            break;
    }
    return 4;
}

}  // namespace

Document* Server::Session::find(const Json& params) {
    const std::string uri = params.at("textDocument").at("uri");
    const auto found = m_documents.find(uri);
    return found == m_documents.end() ? nullptr : &found->second;
}

void Server::Session::didOpen(const Json& params) {
    const Json& item = params.at("textDocument");
    Document document;
    document.uri = item.at("uri");
    document.path = pathOf(document.uri);
    document.version = item.value("version", std::int64_t{0});
    std::string text = item.at("text");
    Document& opened = m_documents[document.uri] = std::move(document);
    look(opened);
    setText(opened, std::move(text), {});
}

void Server::Session::didChange(const Json& params) {
    Document* const document = find(params);
    if (!document) {
        return;
    }
    std::string text = document->tree->text();
    for (const Json& change : params.at("contentChanges")) {
        const std::string& replacement = change.at("text").get_ref<const std::string&>();
        if (!change.contains("range")) {
            text = replacement;
            continue;
        }
        const text::LineIndex lines(text);
        const text::Range range = Places(text, lines, m_encoding).range(change.at("range"));
        text.replace(range.begin, range.size(), replacement);
    }
    document->version = params.at("textDocument").value("version", document->version);
    setText(*document, std::move(text), kRest);
}

void Server::Session::didClose(const Json& params) {
    if (const Document* const document = find(params)) {
        sendProblems(document->uri, Json::array());
        for (const std::string& uri : document->told) {
            sendProblems(uri, Json::array());
        }
        const bool isLarge = document->tree->isLarge();
        m_documents.erase(m_documents.find(document->uri));
        if (isLarge) {
            memory::giveBack();
        }
    }
}

void Server::Session::didSave(const Json& params) {
    if (Document* const document = find(params)) {
        look(*document);
        document->due = Clock::now();
    }
}

/// What lies around the documents may be another: .dockerignore, the files that are copied.
void Server::Session::didChangeWatchedFiles(const Json&) {
    for (auto& [uri, document] : m_documents) {
        look(document);
        document.due = Clock::now();
    }
}

void Server::Session::look(Document& document) {
    document.project = m_host.project(document.path);
    if (!document.project.configuration.complaint.empty() && document.project.configuration.complaint != m_told) {
        send({{"jsonrpc", "2.0"},
              {"method", "window/showMessage"},
              {"params", {{"type", 2}, {"message", document.project.configuration.complaint}}}});
    }
    m_told = document.project.configuration.complaint;
    document.images.clear();
    document.bases.clear();
    document.plan.reset();
    document.findings.reset();
}

void Server::Session::setText(Document& document, std::string text, Clock::duration rest) {
    document.tree = dockerfile::SyntaxTree::parse(std::move(text), document.tree.get());
    document.plan.reset();
    document.findings.reset();
    document.due = Clock::now() + rest;
}

const plan::BuildPlan& Server::Session::planOf(Document& document) {
    if (!document.plan) {
        plan::Options options;
        options.all = true;
        options.path = document.path;
        document.plan = plan::plan(document.tree, options, document.bases);
        if (document.plan->images != document.images) {
            document.images = document.plan->images;
            document.bases = m_host.bases(document.tree, options);
            if (!document.bases.empty()) {
                document.plan = plan::plan(document.tree, options, document.bases);
                document.images = document.plan->images;
            }
        }
    }
    return *document.plan;
}

language::Surroundings Server::Session::surroundingsOf(const Document& document) const {
    language::Surroundings out{&document.bases, document.project.context, document.project.images, {}, {}, {}};
    out.imageFiles = [&](const std::string& image) { return m_host.imageFiles(image, document.bases); };
    out.stageFiles = [&](int stage, std::size_t offset) {
        return document.plan ? m_host.stageFiles(*document.plan, document.bases, stage, offset, document.project.folder)
                             : language::KnownFiles{};
    };
    out.registryTags = [&](const std::string& repository) { return m_host.registryTags(repository); };
    return out;
}

const std::vector<checks::Finding>& Server::Session::findingsOf(Document& document) {
    if (!document.findings) {
        const plan::BuildPlan& plan = planOf(document);
        const Project& project = document.project;
        if (!project.folder.empty()) {
            document.past = m_host.past(plan, project.folder, document.past);
        }
        document.findings = checks::check(plan, aroundOf(document), project.settings()).findings;
        const auto others = std::ranges::stable_partition(
            *document.findings, [](const checks::Finding& finding) { return finding.path.empty(); });
        document.elsewhere.assign(others.begin(), others.end());
        document.findings->erase(others.begin(), others.end());
    }
    return *document.findings;
}

Json Server::Session::problem(const Document& document, const checks::Finding& finding) const {
    // Of another file, whole lines: its text is not at hand.
    const auto line = [](std::uint32_t number) { return Json{{"line", number}, {"character", 0}}; };
    Json out{{"range", finding.path.empty() ? places(document).range(finding.range)
                                            : Json{{"start", line(finding.line - 1)}, {"end", line(finding.endLine)}}},
             {"severity", severityNumber(finding.severity)},
             {"source", "slipway"},
             {"code", finding.rule->name},
             {"message", finding.message}};
    if (const std::string page = checks::documentationOf(*finding.rule); !page.empty()) {
        out["codeDescription"] = {{"href", page}};
    }
    if (finding.rule->name == "MaintainerDeprecated") {
        out["tags"] = {2};
    }
    return out;
}

Json Server::Session::problems(Document& document) {
    const Places at = places(document);
    std::vector<std::pair<std::size_t, Json>> found;  // by where they begin
    for (const plan::Problem& each : planOf(document).problems) {
        const bool isRight = each.code == ErrorCode::Unsupported;  // only Slipway's own engine can't build it
        const bool isError = each.severity == dockerfile::Severity::Error;
        found.emplace_back(each.range.begin, Json{{"range", at.range(each.range)},
                                                  {"severity", isRight   ? 3
                                                               : isError ? 1
                                                                         : 2},
                                                  {"source", "slipway"},
                                                  {"code", isRight ? "engine" : "syntax"},
                                                  {"message", each.message}});
    }
    for (const checks::Finding& finding : findingsOf(document)) {
        found.emplace_back(finding.range.begin, problem(document, finding));
    }
    std::ranges::stable_sort(found, {}, &std::pair<std::size_t, Json>::first);
    Json out = Json::array();
    for (auto& [begin, each] : found) {
        out.push_back(std::move(each));
    }
    return out;
}

void Server::Session::sendProblems(const std::string& uri, Json problems, std::optional<std::int64_t> version) {
    Json params{{"uri", uri}, {"diagnostics", std::move(problems)}};
    if (version) {
        params["version"] = *version;
    }
    send({{"jsonrpc", "2.0"}, {"method", "textDocument/publishDiagnostics"}, {"params", std::move(params)}});
}

void Server::Session::publish(Document& document) {
    Json found = problems(document);
    if (!std::exchange(document.again, false) || found != document.last) {
        document.last = found;
        sendProblems(document.uri, std::move(found), document.version);
        publishElsewhere(document);
    }
    if (m_shellcheck->owes()) {
        m_host.learn(m_shellcheck);
    }
}

void Server::Session::learned() {
    for (auto& [uri, document] : m_documents) {
        document.again = !document.due;  // what is due is told anyway
        document.findings.reset();
        document.due = Clock::now();
    }
}

void Server::Session::publishElsewhere(Document& document) {
    std::map<std::string, Json> found;
    for (const std::string& uri : document.told) {
        found.emplace(uri, Json::array());  // nothing any more
    }
    document.told.clear();
    for (const checks::Finding& finding : document.elsewhere) {
        const std::string uri = uriOf(finding.path);
        found.try_emplace(uri, Json::array()).first->second.push_back(problem(document, finding));
        document.told.insert(uri);
    }
    for (auto& [uri, problems] : found) {
        sendProblems(uri, std::move(problems));
    }
}

}  // namespace slipway::lsp
