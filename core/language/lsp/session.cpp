// Messages, the order of things, and what the server can do.
#include "lsp/session.h"

#include <algorithm>

namespace slipway::lsp {

namespace {

/// A value of the client's capabilities; null where it has none there.
Json capability(const Json& params, std::initializer_list<const char*> path) {
    const Json* at = &params;
    for (const char* const name : path) {
        if (!at->is_object() || !at->contains(name)) {
            return nullptr;
        }
        at = &at->at(name);
    }
    return *at;
}

bool isOn(const Json& value) { return value.is_boolean() && value.get<bool>(); }
bool holds(const Json& list, std::string_view text) {
    return list.is_array() && std::ranges::any_of(list, [&](const Json& each) { return each == text; });
}

std::string wrongParameters(const std::string& method) {
    return "The parameters of " + method + " are not as the protocol has them.";
}

/// Of the formats that a client names, in its order, the first one that there is.
bool prefersMarkdown(const Json& formats) {
    if (!formats.is_array()) {
        return false;
    }
    const auto first =
        std::ranges::find_if(formats, [](const Json& each) { return each == "markdown" || each == "plaintext"; });
    return first != formats.end() && *first == "markdown";
}

/// The client's folders, the innermost first.
std::vector<std::string> foldersOf(const Json& params) {
    std::vector<std::string> out;
    const auto add = [&](const Json& uri) {
        std::string path = uri.is_string() ? pathOf(uri.get_ref<const std::string&>()) : "";
        while (path.ends_with('/')) {
            path.pop_back();
        }
        if (!path.empty()) {
            out.push_back(std::move(path));
        }
    };
    for (const Json& folder : capability(params, {"workspaceFolders"})) {
        add(capability(folder, {"uri"}));
    }
    if (out.empty()) {
        add(capability(params, {"rootUri"}));
    }
    std::ranges::sort(out, std::ranges::greater(), &std::string::size);
    return out;
}

Json abilities(Encoding encoding, const Json& commands, bool preparesRename) {
    return {
        {"positionEncoding", encoding == Encoding::Utf8 ? "utf-8" : "utf-16"},
        {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", Json::object()}}},
        {"completionProvider", {{"triggerCharacters", {"$", "{", "=", "-", "/", ",", "#", ":"}}}},
        {"hoverProvider", true},
        {"signatureHelpProvider", {{"triggerCharacters", {" "}}}},
        {"definitionProvider", true},
        {"referencesProvider", true},
        {"documentHighlightProvider", true},
        {"documentSymbolProvider", true},
        {"documentFormattingProvider", true},
        {"documentRangeFormattingProvider", true},
        {"documentOnTypeFormattingProvider", {{"firstTriggerCharacter", "\n"}}},
        {"codeActionProvider", {{"codeActionKinds", {"quickfix", "source.fixAll"}}, {"resolveProvider", true}}},
        {"renameProvider", preparesRename ? Json{{"prepareProvider", true}} : Json(true)},
        {"foldingRangeProvider", true},
        {"selectionRangeProvider", true},
        {"semanticTokensProvider",
         {{"legend",
           {{"tokenTypes",
             {"keyword", "comment", "string", "variable", "parameter", "namespace", "operator", "macro", "number"}},
            {"tokenModifiers", {"declaration"}}}},
          {"full", true},
          {"range", true}}},
        {"documentLinkProvider", Json::object()},
        {"inlayHintProvider", true},
        {"executeCommandProvider", {{"commands", commands}}},
    };
}

}  // namespace

const std::map<std::string, Server::Session::Method, std::less<>>& Server::Session::requests() {
    static const std::map<std::string, Method, std::less<>> all{
        {"initialize", &Session::initialize},
        {"shutdown", &Session::shutdown},
        {"textDocument/completion", &Session::completion},
        {"textDocument/hover", &Session::hover},
        {"textDocument/signatureHelp", &Session::signatureHelp},
        {"textDocument/definition", &Session::definition},
        {"textDocument/references", &Session::references},
        {"textDocument/documentHighlight", &Session::documentHighlight},
        {"textDocument/documentSymbol", &Session::documentSymbol},
        {"textDocument/formatting", &Session::formatting},
        {"textDocument/rangeFormatting", &Session::rangeFormatting},
        {"textDocument/onTypeFormatting", &Session::onTypeFormatting},
        {"textDocument/prepareRename", &Session::prepareRename},
        {"textDocument/rename", &Session::rename},
        {"textDocument/codeAction", &Session::codeAction},
        {"codeAction/resolve", &Session::resolveCodeAction},
        {"textDocument/foldingRange", &Session::foldingRange},
        {"textDocument/selectionRange", &Session::selectionRange},
        {"textDocument/semanticTokens/full", &Session::semanticTokens},
        {"textDocument/semanticTokens/range", &Session::semanticTokensRange},
        {"textDocument/documentLink", &Session::documentLink},
        {"textDocument/inlayHint", &Session::inlayHint},
        {"workspace/executeCommand", &Session::executeCommand},
    };
    return all;
}

const std::map<std::string, void (Server::Session::*)(const Json&), std::less<>>& Server::Session::notifications() {
    static const std::map<std::string, void (Session::*)(const Json&), std::less<>> all{
        {"initialized", &Session::initialized},
        {"textDocument/didOpen", &Session::didOpen},
        {"textDocument/didChange", &Session::didChange},
        {"textDocument/didClose", &Session::didClose},
        {"textDocument/didSave", &Session::didSave},
        {"workspace/didChangeWatchedFiles", &Session::didChangeWatchedFiles},
    };
    return all;
}

void Server::Session::send(const Json& message) {
    m_host.send(message.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void Server::Session::sendError(const Json& id, int code, const std::string& message) {
    send({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", message}}}});
}

void Server::Session::complain(std::string_view what) { sendError(nullptr, kParseError, std::string(what)); }

void Server::Session::receive(std::string message) {
    // A cancellation overtakes what it cancels.
    if (message.contains("$/cancelRequest")) {
        const Json parsed = Json::parse(message, nullptr, false);
        if (parsed.is_object() && parsed.value("method", Json()) == "$/cancelRequest") {
            cancelWaiting(parsed);
            return;
        }
    }
    m_waiting.push_back(std::move(message));
}

bool Server::Session::cancelWaiting(const Json& message) {
    const Json params = message.value("params", Json());
    if (!params.is_object() || !params.contains("id")) {
        return false;
    }
    const Json& id = params.at("id");
    for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it) {
        const Json waiting = Json::parse(*it, nullptr, false);
        if (waiting.is_object() && waiting.contains("method") && waiting.contains("id") && waiting.at("id") == id) {
            m_waiting.erase(it);
            sendError(id, kRequestCancelled, "The request was cancelled.");
            return true;
        }
    }
    return false;
}

bool Server::Session::step(Clock::time_point now) {
    if (!m_waiting.empty()) {
        const std::string message = std::move(m_waiting.front());
        m_waiting.pop_front();
        const Json parsed = Json::parse(message, nullptr, false);
        if (parsed.is_discarded()) {
            sendError(nullptr, kParseError, "The message is no JSON in UTF-8.");
        } else {
            handle(parsed);
        }
        return true;
    }
    for (auto& [uri, document] : m_documents) {
        if (document.due && *document.due <= now) {
            document.due.reset();
            publish(document);
            return true;
        }
    }
    return false;
}

std::optional<Server::Clock::time_point> Server::Session::due() const {
    std::optional<Clock::time_point> out;
    for (const auto& [uri, document] : m_documents) {
        if (document.due && (!out || *document.due < *out)) {
            out = document.due;
        }
    }
    return out;
}

void Server::Session::handle(const Json& message) {
    const Json id = message.is_object() ? message.value("id", Json()) : Json();
    if (!message.is_object() || message.value("jsonrpc", Json()) != "2.0") {
        sendError(id, kInvalidRequest, "The message is no JSON-RPC 2.0 object.");
        return;
    }
    if (!message.contains("method")) {
        return;  // an answer; what this server asks can be refused
    }
    const bool isId = id.is_null() || id.is_string() || id.is_number();
    if (!message.at("method").is_string() || !isId) {
        sendError(isId ? id : Json(), kInvalidRequest, "A method is a text, and an id a number or a text.");
        return;
    }
    const std::string method = message.at("method");
    const Json params = message.value("params", Json::object());
    if (message.contains("id")) {
        handleRequest(message, method, params);
    } else {
        handleNotification(method, params);
    }
}

void Server::Session::handleRequest(const Json& message, const std::string& method, const Json& params) {
    const Json& id = message.at("id");
    const auto found = requests().find(method);
    if (!m_initialized && method != "initialize") {
        sendError(id, kNotInitialized, "The first request must be initialize.");
    } else if (m_shutDown) {
        sendError(id, kInvalidRequest, "The server was asked to shut down; exit is all that can follow.");
    } else if (found == requests().end()) {
        sendError(id, kMethodNotFound, "This server has no method " + method.substr(0, 100) + ".");
    } else {
        try {
            const Answer answer = (this->*found->second)(params);
            if (answer) {
                send({{"jsonrpc", "2.0"}, {"id", id}, {"result", *answer}});
            } else {
                sendError(id, answer.error().code, answer.error().message);
            }
        } catch (const Json::exception&) {
            sendError(id, kInvalidParams, wrongParameters(method));
        }
    }
}

void Server::Session::handleNotification(const std::string& method, const Json& params) {
    if (method == "exit") {
        m_exit = m_shutDown ? 0 : 1;
        return;
    }
    const auto found = notifications().find(method);
    if (!m_initialized || m_shutDown || found == notifications().end()) {
        return;
    }
    try {
        (this->*found->second)(params);
    } catch (const Json::exception&) {
        send({{"jsonrpc", "2.0"},
              {"method", "window/logMessage"},
              {"params", {{"type", 1}, {"message", wrongParameters(method)}}}});
    }
}

Answer Server::Session::initialize(const Json& params) {
    if (m_initialized) {
        return std::unexpected(Failure{kInvalidRequest, "The server is initialized already."});
    }
    if (!params.is_object()) {
        return std::unexpected(Failure{kInvalidParams, "initialize takes an object."});
    }
    m_initialized = true;
    m_workspace = foldersOf(params);
    if (const Json locale = capability(params, {"locale"}); locale.is_string()) {
        m_host.speak(locale.get<std::string>());
    }
    const Json client = capability(params, {"capabilities"});
    const Json document = capability(client, {"textDocument"});
    m_encoding =
        holds(capability(client, {"general", "positionEncodings"}), "utf-8") ? Encoding::Utf8 : Encoding::Utf16;
    m_snippets = isOn(capability(document, {"completion", "completionItem", "snippetSupport"}));
    m_markdown = prefersMarkdown(capability(document, {"hover", "contentFormat"}));
    m_itemMarkdown = prefersMarkdown(capability(document, {"completion", "completionItem", "documentationFormat"}));
    const Json signature = capability(document, {"signatureHelp", "signatureInformation"});
    m_signatureMarkdown = prefersMarkdown(capability(signature, {"documentationFormat"}));
    m_labelOffsets = isOn(capability(signature, {"parameterInformation", "labelOffsetSupport"}));
    m_documentChanges = isOn(capability(client, {"workspace", "workspaceEdit", "documentChanges"}));
    m_createsFiles =
        m_documentChanges && holds(capability(client, {"workspace", "workspaceEdit", "resourceOperations"}), "create");
    m_resolvesEdits = isOn(capability(document, {"codeAction", "dataSupport"})) &&
                      holds(capability(document, {"codeAction", "resolveSupport", "properties"}), "edit");
    m_appliesEdits = isOn(capability(client, {"workspace", "applyEdit"}));
    m_registersWatchers = isOn(capability(client, {"workspace", "didChangeWatchedFiles", "dynamicRegistration"}));
    m_nestedSymbols = isOn(capability(document, {"documentSymbol", "hierarchicalDocumentSymbolSupport"}));
    Json commands = Json::array({kAskRegistry});
    if (m_appliesEdits && !m_resolvesEdits) {
        commands.push_back(kApplyEdit);
    }
    const bool preparesRename = isOn(capability(document, {"rename", "prepareSupport"}));
    return Json{{"capabilities", abilities(m_encoding, commands, preparesRename)},
                {"serverInfo", {{"name", "slipway"}}}};
}

/// Asks to be told of files on disk: any of the context can be one that is copied or left out.
void Server::Session::initialized(const Json&) {
    if (!m_registersWatchers) {
        return;
    }
    const Json options{{"watchers", Json::array({{{"globPattern", "**/*"}}})}};
    const Json registration{
        {"id", "files"}, {"method", "workspace/didChangeWatchedFiles"}, {"registerOptions", options}};
    send({{"jsonrpc", "2.0"},
          {"id", "watch"},
          {"method", "client/registerCapability"},
          {"params", {{"registrations", Json::array({registration})}}}});
}

Answer Server::Session::shutdown(const Json&) {
    m_shutDown = true;
    m_documents.clear();
    m_problems.clear();
    return Json(nullptr);
}

Server::Server(Host& host) : m_session(std::make_unique<Session>(host)) {}
Server::~Server() = default;
void Server::receive(std::string message) { m_session->receive(std::move(message)); }
void Server::complain(std::string_view what) { m_session->complain(what); }
void Server::learned() { m_session->learned(); }
bool Server::step(Clock::time_point now) { return m_session->step(now); }
std::optional<Server::Clock::time_point> Server::due() const { return m_session->due(); }
std::optional<int> Server::exitStatus() const { return m_session->exitStatus(); }

}  // namespace slipway::lsp
