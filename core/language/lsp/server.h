// The language server: messages in, messages out.
//
// Reference: the Language Server Protocol 3.17. All that it says comes from core/language and core/checks.
#pragma once

#include "checks/check.h"
#include "checks/configuration.h"
#include "checks/shellcheck_memory.h"
#include "language/surroundings.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace slipway::lsp {

/// What is known around a Dockerfile on disk.
struct Project {
    std::string folder;                     ///< the build context, absolute; empty where the document is no file
    std::optional<context::Ignore> ignore;  ///< of the context
    std::function<std::vector<language::ContextEntry>(std::string_view folder)> context;
    /// The same with what .dockerignore leaves out.
    std::function<std::vector<language::ContextEntry>(std::string_view folder)> files;
    std::vector<std::string> images;
    std::optional<context::Survey> survey;  ///< of the context, where it is small enough for a look at each save
    checks::ConfigurationFile configuration;

    [[nodiscard]] const checks::Settings& settings() const { return configuration.configuration.settings; }
};

using Effects = std::function<std::string(const std::vector<text::Edit>& edits)>;
/// What the server can't know by itself. Called on the server's thread.
class Host {
public:
    virtual ~Host() = default;
    virtual void send(std::string_view message) = 0;
    /// Speaks the client's language from now on, where it can; a BCP 47 tag.
    virtual void speak(const std::string& /*locale*/) {}
    /// Of the Dockerfile at `path`, which is absolute; empty for a document that is no file. `unsaved` are the texts of
    /// open documents that are no Dockerfiles: they count instead of those on disk. `workspace` is the client's folder
    /// that the file is in; empty where it is in none.
    [[nodiscard]] virtual Project project(const std::string& path, const std::string& workspace,
                                          const checks::UnsavedTexts& unsaved) = 0;
    /// Those of these images that are there without asking a registry.
    [[nodiscard]] virtual plan::Bases bases(std::span<const plan::FromImage> images, const image::Platform& platform) = 0;
    /// What earlier builds in the folder left of a plan's steps; `before` is the last answer.
    [[nodiscard]] virtual plan::Past past(const plan::BuildPlan& plan, const std::string& folder,
                                          const plan::Past& before) = 0;
    /// A function that says in words what edits of the plan's text do to the next build and its image: empty where
    /// records can't tell. Its arguments outlive it.
    [[nodiscard]] virtual Effects effects(const plan::BuildPlan&, const checks::Surroundings&,
                                          const std::string& /*path*/, const std::string& /*folder*/) {
        return {};
    }
    /// What the store has of an image, and of a stage of the plan above an offset.
    [[nodiscard]] virtual language::KnownFiles imageFiles(const plan::FromImage&, const plan::Bases&) { return {}; }
    [[nodiscard]] virtual language::KnownFiles stageFiles(const plan::BuildPlan&, const plan::Bases&, int /*stage*/,
                                                          std::size_t /*offset*/, const std::string& /*folder*/) {
        return {};
    }
    [[nodiscard]] virtual std::optional<language::KnownSize> imageSize(const plan::FromImage&, const plan::Bases&) {
        return {};
    }
    [[nodiscard]] virtual std::optional<language::KnownSize> stageSize(const plan::BuildPlan&, int /*stage*/,
                                                                       const std::string& /*folder*/) {
        return {};
    }
    /// What a registry said of a repository's tags, and the wish to ask it, in the background.
    [[nodiscard]] virtual language::RegistryTags registryTags(const std::string&) { return {}; }
    virtual void askRegistry(const std::string& /*repository*/) {}
    /// Has it learn what it owes, in the background, and says so to Server::learned(); nothing where that can't be.
    virtual void learn(const std::shared_ptr<checks::ShellcheckMemory>&) {}
};

/// Thread: the caller's. Requests are answered in order; one that is cancelled while it waits is answered so.
class Server {
public:
    using Clock = std::chrono::steady_clock;
    /// How long a document must rest until its problems are told.
    static constexpr std::chrono::milliseconds kRest{150};

    explicit Server(Host& host);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Takes a message in; nothing is done yet.
    void receive(std::string message);
    /// Tells the client that what it sent is no message.
    void complain(std::string_view what);
    /// Does one thing that waits: a message, else a document whose problems are due. False where there is none.
    bool step(Clock::time_point now = Clock::now());
    /// More is known of what shellcheck says.
    void learned();
    /// When the next document's problems are due.
    [[nodiscard]] std::optional<Clock::time_point> due() const;
    /// Set by the client's `exit`: 0 behind a `shutdown`, else 1.
    [[nodiscard]] std::optional<int> exitStatus() const;

private:
    class Session;
    std::unique_ptr<Session> m_session;
};

}  // namespace slipway::lsp
