// The server's state and its methods, one a request. Internal to core/language/lsp.
#pragma once

#include "checks/fix.h"
#include "language/completion.h"
#include "language/file_kind.h"
#include "language/names.h"
#include "lsp/json.h"
#include "lsp/server.h"
#include "plan/resolving.h"

#include <deque>
#include <expected>
#include <map>
#include <set>

namespace slipway::lsp {

/// An open document and what was last worked out of it.
struct Document {
    std::string uri, path;
    language::FileKind kind = language::FileKind::Dockerfile;
    std::int64_t version = 0;
    std::shared_ptr<const dockerfile::SyntaxTree> tree;  ///< of a Dockerfile; null for any other file
    std::string otherText;                               ///< of any other file
    text::LineIndex otherLines;
    std::optional<plan::BuildPlan> plan;  ///< of `tree`; made when first asked for
    plan::ResolvedBases resolved;         ///< kept from edit to edit
    Project project;
    std::optional<std::vector<checks::Finding>> findings;  ///< of `plan`, in this document
    std::unique_ptr<checks::Fixer> fixer;                  ///< of `findings`; made when first asked for, and so are
    std::map<std::string, std::vector<text::Edit>, std::less<>> mended;  ///< by rule, what mends all of them,
    std::optional<bool> isMendable;                                      ///< and whether some can be mended unasked
    std::vector<checks::Finding> elsewhere;                              ///< of `plan`, in other files
    plan::Past past;                                                     ///< of `plan`'s steps
    std::set<std::string> told;                    ///< URIs of the other files that problems were told of
    bool stale = false;                            ///< what lies around it may be another by now
    std::optional<Server::Clock::time_point> due;  ///< when its problems are to be told
    Json last;                                     ///< the problems that were told
    bool again = false;                            ///< they are told again only where they are others
    std::optional<std::pair<std::int64_t, std::size_t>> completed;  ///< version and place of the last one asked for

    void forgetFindings() {
        isMendable.reset();
        mended.clear();
        fixer.reset();
        findings.reset();
    }
    void forgetPlan() {
        forgetFindings();
        plan.reset();
    }
    [[nodiscard]] const std::string& text() const { return tree ? tree->text() : otherText; }
    [[nodiscard]] const text::LineIndex& lines() const { return tree ? tree->lines() : otherLines; }
};

/// An error of the protocol.
struct Failure {
    int code;
    std::string message;
};
inline constexpr int kParseError = -32700, kInvalidRequest = -32600, kMethodNotFound = -32601, kInvalidParams = -32602,
                     kNotInitialized = -32002, kRequestFailed = -32803, kRequestCancelled = -32800;
/// The command of an item that has a registry asked; its argument is the repository.
inline constexpr const char* kAskRegistry = "slipway.askRegistry";
/// The command of an action whose edit takes work, for a client that asks for no edit by itself; its argument is the
/// action's data.
inline constexpr const char* kApplyEdit = "slipway.applyEdit";
using Answer = std::expected<Json, Failure>;
/// Is the kind of an action, or one above it, among those that the client wants? All are where it names none.
[[nodiscard]] bool isWanted(const Json& context, std::string_view kind);

class Server::Session {
public:
    explicit Session(Host& host) : m_host(host) {}

    void receive(std::string message);
    void complain(std::string_view what);
    void learned();
    bool step(Clock::time_point now);
    [[nodiscard]] std::optional<Clock::time_point> due() const;
    [[nodiscard]] std::optional<int> exitStatus() const { return m_exit; }

private:
    using Method = Answer (Session::*)(const Json& params);
    static const std::map<std::string, Method, std::less<>>& requests();
    static const std::map<std::string, void (Session::*)(const Json&), std::less<>>& notifications();

    // session.cpp: messages and the server's life
    void handle(const Json& message);
    void handleRequest(const Json& message, const std::string& method, const Json& params);
    void handleNotification(const std::string& method, const Json& params);
    bool cancelWaiting(const Json& message);
    void send(const Json& message);
    void sendError(const Json& id, int code, const std::string& message);
    Answer initialize(const Json& params);
    void initialized(const Json& params);
    Answer shutdown(const Json& params);

    // session_documents.cpp: documents and their problems
    void didOpen(const Json& params);
    void didChange(const Json& params);
    void didClose(const Json& params);
    void didSave(const Json& params);
    void didChangeWatchedFiles(const Json& params);
    void setText(Document& document, std::string text, Clock::duration rest);
    void look(Document& document);
    void lookLater(const std::string& file);
    void lookLater(const Document& changed);
    [[nodiscard]] checks::UnsavedTexts unsaved() const;
    [[nodiscard]] Project projectOf(const std::string& path);
    [[nodiscard]] const plan::BuildPlan& planOf(Document& document);
    [[nodiscard]] const std::vector<checks::Finding>& findingsOf(Document& document);
    /// The document outlives it, and its plan is made.
    [[nodiscard]] language::Surroundings surroundingsOf(const Document& document) const;
    void publish(Document& document);
    void publishElsewhere(Document& document);
    void tell(const Document& owner, const std::string& uri, Json problems);
    [[nodiscard]] Json problems(Document& document);
    [[nodiscard]] const Document* documentAt(const std::string& path) const;
    [[nodiscard]] Json problem(const Document& document, const checks::Finding& finding) const;
    /// Throws Json::exception where the request names none; nullptr where it is not open.
    [[nodiscard]] Document* find(const Json& params);
    [[nodiscard]] Places places(const Document& document) const {
        return {document.text(), document.lines(), m_encoding};
    }

    /// Calls `work(document, places)` for the document that the request names; it is a Dockerfile, for any other there
    /// is nothing to say.
    template <class Work>
    Answer in(const Json& params, Work work) {
        Document* const document = find(params);
        if (!document) {
            return std::unexpected(Failure{kInvalidParams, "The document is not open."});
        }
        return document->tree ? work(*document, places(*document)) : Json(nullptr);
    }

    // session_features.cpp: what a client asks of a document
    Answer completion(const Json& params);
    Answer executeCommand(const Json& params);
    Answer hover(const Json& params);
    Answer signatureHelp(const Json& params);
    Answer definition(const Json& params);
    Answer references(const Json& params);
    Answer documentHighlight(const Json& params);
    Answer documentSymbol(const Json& params);
    Answer formatting(const Json& params);
    Answer rangeFormatting(const Json& params);
    Answer onTypeFormatting(const Json& params);
    Answer prepareRename(const Json& params);
    Answer rename(const Json& params);
    Answer foldingRange(const Json& params);
    Answer selectionRange(const Json& params);
    Answer semanticTokens(const Json& params);
    Answer semanticTokensRange(const Json& params);
    Answer documentLink(const Json& params);
    Answer inlayHint(const Json& params);
    [[nodiscard]] Json tokensIn(Document& document, text::Range range);
    [[nodiscard]] Json items(const std::vector<language::Completion>& found, const Places& at) const;

    // session_ignore.cpp: documents that are a .dockerignore
    [[nodiscard]] const std::vector<checks::Finding>& ignoreFindings(Document& document);
    [[nodiscard]] Json ignoreProblems(Document& document);
    [[nodiscard]] Json ignoreCompletion(Document& document, std::size_t offset);
    [[nodiscard]] Json ignoreActions(Document& document, text::Range range, const Json& context);

    // session_fixes.cpp
    Answer codeAction(const Json& params);
    Answer resolveCodeAction(const Json& params);
    [[nodiscard]] checks::Surroundings aroundOf(const Document& document) const;
    [[nodiscard]] const checks::Fixer& fixerOf(Document& document);
    [[nodiscard]] bool isMendable(Document& document);
    [[nodiscard]] const std::vector<text::Edit>& mendedOf(Document& document, const std::string& rule);
    void addActions(Document& document, const Effects& effects, const checks::Finding& finding, Json& out);
    void addAction(Document& document, Json& out, Json action, Json data, const checks::Finding* finding);
    [[nodiscard]] Answer editFor(Document& document, const std::string& what, const checks::Finding& finding,
                                 const Project& project);
    [[nodiscard]] Answer editOf(Document& document, const Json& data, const Project& project);
    [[nodiscard]] Answer chosenEdit(const Json& data);
    Answer applyEdit(const Json& data);
    [[nodiscard]] Answer ignoreEverywhere(Document& document, const checks::Finding& finding, const Project& project);
    [[nodiscard]] Json editsIn(Document& document, const std::vector<text::Edit>& edits);
    [[nodiscard]] Json workspaceEdit(const std::string& uri, const Json& version, Json edits, bool create) const;

    Host& m_host;
    const std::shared_ptr<checks::ShellcheckMemory> m_shellcheck = std::make_shared<checks::ShellcheckMemory>();
    const checks::ShellcheckRunner m_shellcheckAnswers = m_shellcheck->answers();
    std::deque<std::string> m_waiting;
    std::map<std::string, Document, std::less<>> m_documents;  ///< by URI
    Encoding m_encoding = Encoding::Utf16;
    /// By the URI of the file they are of, then by that of the document that tells them.
    std::map<std::string, std::map<std::string, Json>> m_problems;
    std::vector<std::string> m_workspace;  ///< the client's folders, absolute
    std::string m_told;                    ///< a project's complaint, so that it is said once
    bool m_registersWatchers = false;
    bool m_snippets = false, m_markdown = false, m_labelOffsets = false, m_itemMarkdown = false,
         m_signatureMarkdown = false, m_documentChanges = false, m_nestedSymbols = false;
    bool m_resolvesEdits = false, m_appliesEdits = false, m_createsFiles = false;
    std::int64_t m_asked = 0;  ///< how often the client was asked to apply an edit
    bool m_initialized = false, m_shutDown = false;
    std::optional<int> m_exit;
};

}  // namespace slipway::lsp
