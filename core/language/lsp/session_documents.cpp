// Open documents, their changes, and the problems that are told of them.
#include "lsp/changed_text.h"
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

bool isConfiguration(std::string_view path) {
    return path.ends_with(".hadolint.yaml") || path.ends_with(".hadolint.yml");
}

/// The Dockerfile that a document is, or that a .dockerignore may belong to.
std::string dockerfileOf(const Document& document) {
    if (document.tree || document.kind == language::FileKind::Dockerfile || document.path.empty()) {
        return document.path;
    }
    const std::size_t name = document.path.rfind('/') + 1;
    constexpr std::string_view kEnd = ".dockerignore";
    const bool isOwn = document.path.ends_with(kEnd) && document.path.size() > name + kEnd.size();
    return isOwn ? document.path.substr(0, document.path.size() - kEnd.size())
                 : document.path.substr(0, name) + "Dockerfile";
}

/// What several looks at a file found, each problem once, in the order of the text.
Json together(const std::map<std::string, Json>& told) {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<const Json*>> places;
    for (const auto& [by, problems] : told) {
        for (const Json& problem : problems) {
            const Json& start = problem.at("range").at("start");
            auto& here = places[{start.at("line").get<std::size_t>(), start.at("character").get<std::size_t>()}];
            if (std::ranges::none_of(here, [&](const Json* other) { return *other == problem; })) {
                here.push_back(&problem);
            }
        }
    }
    Json all = Json::array();
    for (const auto& [place, here] : places) {
        for (const Json* problem : here) {
            all.push_back(*problem);
        }
    }
    return all;
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
    document.kind = language::fileKind(document.uri, item.value("languageId", ""));
    document.version = item.value("version", std::int64_t{0});
    std::string text = item.at("text");
    Document& opened = m_documents[document.uri] = std::move(document);
    opened.stale = true;
    setText(opened, std::move(text), {});
    if (opened.kind == language::FileKind::Dockerfile) {
        look(opened);
    }
}

void Server::Session::didChange(const Json& params) {
    Document* const document = find(params);
    if (!document) {
        return;
    }
    ChangedText text(document->text(), m_encoding);
    for (const Json& change : params.at("contentChanges")) {
        const std::string& replacement = change.at("text").get_ref<const std::string&>();
        if (const auto range = change.find("range"); range == change.end() || range->is_null()) {
            text.replaceAll(replacement);
        } else {
            text.replace(*range, replacement);
        }
    }
    if (const Json version = params.at("textDocument").value("version", Json()); !version.is_null()) {
        document->version = version.get<std::int64_t>();
    }
    setText(*document, std::move(text).take(), kRest);
}

void Server::Session::didClose(const Json& params) {
    const Document* const found = find(params);
    if (!found) {
        return;
    }
    for (const std::string& uri : found->told) {
        tell(*found, uri, Json::array());
    }
    const Document closed = std::move(m_documents.extract(found->uri).mapped());
    tell(closed, closed.uri, Json::array());
    if (closed.tree && closed.tree->isLarge()) {
        memory::giveBack();
    }
    lookLater(closed);
}

void Server::Session::didSave(const Json& params) {
    Document* const document = find(params);
    if (!document) {
        return;
    }
    if (document->tree) {
        look(*document);
        document->due = Clock::now();
    } else {
        lookLater(document->path);
    }
}

/// What lies around the documents may be another: .dockerignore, hadolint's configuration, the files that are copied.
void Server::Session::didChangeWatchedFiles(const Json& params) {
    const Json& changes = params.at("changes");
    for (const Json& change : changes) {
        lookLater(pathOf(change.at("uri").get<std::string>()));
    }
    if (changes.empty()) {
        lookLater(std::string());
    }
}

/// Looks around again, soon, where a file may count: below a document's folder, or anywhere for a configuration. Many
/// files that change at once cost one look. An empty path means any file.
void Server::Session::lookLater(const std::string& file) {
    if (file.contains("/.git/")) {
        return;
    }
    for (auto& [uri, document] : m_documents) {
        const std::string& folder = document.project.folder;
        const bool isBelow = !folder.empty() && file.starts_with(folder) && file.substr(folder.size()).starts_with('/');
        if (document.kind != language::FileKind::Other && (file.empty() || isConfiguration(file) || isBelow)) {
            document.stale = true;
            document.due = std::min(document.due.value_or(Clock::time_point::max()), Clock::now() + kRest);
        }
    }
}

/// The same for an open document whose text counts before it is saved.
void Server::Session::lookLater(const Document& changed) {
    if (changed.kind == language::FileKind::IgnoreFile || isConfiguration(changed.path)) {
        lookLater(changed.path);
    }
}

/// By path, the texts of open documents that say what is found in Dockerfiles.
checks::UnsavedTexts Server::Session::unsaved() const {
    checks::UnsavedTexts out;
    for (const auto& [uri, document] : m_documents) {
        if (!document.tree && !document.path.empty()) {
            out.emplace(document.path, document.otherText);
        }
    }
    return out;
}

/// What lies around a file now.
Project Server::Session::projectOf(const std::string& path) {
    const auto folder = std::ranges::find_if(
        m_workspace, [&](const std::string& each) { return path.starts_with(each) && path[each.size()] == '/'; });
    return m_host.project(path, folder == m_workspace.end() ? std::string() : *folder, unsaved());
}

void Server::Session::look(Document& document) {
    document.stale = false;
    document.forgetPlan();
    document.project = projectOf(dockerfileOf(document));
    if (!document.project.configuration.complaint.empty() && document.project.configuration.complaint != m_told) {
        send({{"jsonrpc", "2.0"},
              {"method", "window/showMessage"},
              {"params", {{"type", 2}, {"message", document.project.configuration.complaint}}}});
    }
    m_told = document.project.configuration.complaint;
    document.resolved = {};
}

void Server::Session::setText(Document& document, std::string text, Clock::duration rest) {
    document.forgetPlan();
    if (document.kind != language::FileKind::Other) {
        document.due = Clock::now() + rest;
    }
    if (document.kind == language::FileKind::Dockerfile) {
        document.tree = dockerfile::SyntaxTree::parse(std::move(text), document.tree.get());
        return;
    }
    document.otherText = std::move(text);
    document.otherLines = text::LineIndex(document.otherText);
    lookLater(document);
}

const plan::BuildPlan& Server::Session::planOf(Document& document) {
    if (!document.plan) {
        plan::Options options;
        options.all = true;
        options.path = document.path;
        const plan::BaseResolver resolve = [&](std::span<const plan::FromImage> images, const image::Platform& platform) {
            return m_host.bases(images, platform);
        };
        document.plan = plan::planResolved(document.tree, options, resolve, document.resolved);
    }
    return *document.plan;
}

language::Surroundings Server::Session::surroundingsOf(const Document& document) const {
    language::Surroundings out;
    out.bases = &document.resolved.bases;
    out.context = document.project.context;
    out.images = document.project.images;
    out.imageFiles = [&](const plan::FromImage& image) { return m_host.imageFiles(image, document.resolved.bases); };
    out.stageFiles = [&](int stage, std::size_t offset) {
        return document.plan
                   ? m_host.stageFiles(*document.plan, document.resolved.bases, stage, offset, document.project.folder)
                   : language::KnownFiles{};
    };
    out.imageSize = [&](const plan::FromImage& image) { return m_host.imageSize(image, document.resolved.bases); };
    out.stageSize = [&](int stage) -> std::optional<language::KnownSize> {
        return document.plan ? m_host.stageSize(*document.plan, stage, document.project.folder) : std::nullopt;
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

/// The open document of a file; nullptr where there is none.
const Document* Server::Session::documentAt(const std::string& path) const {
    const auto found = std::ranges::find_if(m_documents, [&](const auto& each) { return each.second.path == path; });
    return path.empty() || found == m_documents.end() ? nullptr : &found->second;
}

Json Server::Session::problem(const Document& document, const checks::Finding& finding) const {
    const Document* const in = finding.path.empty() ? &document : documentAt(finding.path);
    // Of a file that isn't open, whole lines: its text is not at hand.
    const auto line = [](std::uint32_t number) { return Json{{"line", number}, {"character", 0}}; };
    const bool isAtHand = in && finding.range.end <= in->text().size();
    Json out{{"range", isAtHand ? places(*in).range(finding.range)
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
    if (!document.tree) {
        return document.kind == language::FileKind::IgnoreFile ? ignoreProblems(document) : Json::array();
    }
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

/// Tells what a document's look at a file found there, with what other documents found in the same file.
void Server::Session::tell(const Document& owner, const std::string& uri, Json problems) {
    auto& told = m_problems[uri];
    told.erase(owner.uri);
    if (!problems.empty()) {
        told.emplace(owner.uri, std::move(problems));
    }
    Json all = told.size() == 1 ? told.begin()->second : together(told);
    if (told.empty()) {
        m_problems.erase(uri);
    }
    Json params{{"uri", uri}, {"diagnostics", std::move(all)}};
    if (uri == owner.uri && m_documents.contains(uri)) {
        params["version"] = owner.version;
    }
    send({{"jsonrpc", "2.0"}, {"method", "textDocument/publishDiagnostics"}, {"params", std::move(params)}});
}

void Server::Session::publish(Document& document) {
    if (document.stale) {
        look(document);
    }
    Json found = problems(document);
    if (!std::exchange(document.again, false) || found != document.last) {
        document.last = found;
        tell(document, document.uri, std::move(found));
        publishElsewhere(document);
    }
    if (m_shellcheck->owes()) {
        m_host.learn(m_shellcheck);
    }
}

void Server::Session::learned() {
    for (auto& [uri, document] : m_documents) {
        document.again = !document.due;  // what is due is told anyway
        document.forgetFindings();
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
        const Document* const open = documentAt(finding.path);
        const std::string uri = open ? open->uri : uriOf(finding.path);
        found.try_emplace(uri, Json::array()).first->second.push_back(problem(document, finding));
        document.told.insert(uri);
    }
    for (auto& [uri, problems] : found) {
        tell(document, uri, std::move(problems));
    }
}

}  // namespace slipway::lsp
