// slipway lsp: the language server on standard input and output.
#include "commands.h"
#include "knowledge.h"

#include "cache/kept_files.h"
#include "cache/outlook.h"
#include "checks/configuration.h"
#include "checks/shellcheck_memory.h"
#include "language/context_folder.h"
#include "lsp/framing.h"
#include "lsp/server.h"
#include "registry/tag_questions.h"
#include "registry_access.h"
#include "speech.h"
#include "text/write_all.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <map>
#include <memory>
#include <thread>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace slipway::cli {

namespace {

namespace fs = std::filesystem;

/// Disk and store for the server.
class Desk : public lsp::Host {
public:
    void send(std::string_view message) override {
        m_gone = m_gone || !text::writeAll(STDOUT_FILENO, lsp::framed(message));
    }
    void speak(const std::string& locale) override { cli::speak(locale); }
    [[nodiscard]] bool isGone() const { return m_gone; }

    [[nodiscard]] lsp::Project project(const std::string& path, const std::string& workspace,
                                       const checks::UnsavedTexts& unsaved) override {
        lsp::Project out;
        if (const store::Store* const store = m_store.get()) {
            out.images = cache::imagesOfStore(*store);
        }
        if (path.empty()) {
            return out;
        }
        out.folder = fs::path(path).parent_path().string();
        const std::string ignoreFile = context::ignoreFileFor(out.folder, path);
        const auto typed = unsaved.find(ignoreFile);
        auto ignore = typed == unsaved.end() ? context::loadIgnore(out.folder, path)
                                             : context::Ignore::compile(context::readIgnoreFile(typed->second));
        if (ignore) {
            out.survey = surveyOf(out.folder, *ignore, ignoreFile);
            out.ignore = std::move(*ignore);
        }
        out.context = language::contextFolder(out.folder, out.ignore);
        out.files = language::contextFolder(out.folder, {});
        std::error_code error;
        const std::string here = workspace.empty() ? fs::current_path(error).string() : workspace;
        out.configuration = checks::configurationFor(out.folder, here, unsaved);
        return out;
    }

    [[nodiscard]] plan::Bases bases(std::span<const plan::FromImage> images, const image::Platform& platform) override {
        return m_store.bases(images, platform);
    }
    [[nodiscard]] plan::Past past(const plan::BuildPlan& plan, const std::string& folder,
                                  const plan::Past& before) override {
        return m_store.past(plan, folder, before);
    }

    [[nodiscard]] lsp::Effects effects(const plan::BuildPlan& plan, const checks::Surroundings& around,
                                       const std::string& path, const std::string& folder) override {
        if (path.empty() || !around.context) {  // a context that is too large for a quick look
            return {};
        }
        // Some editors ask at each move of the cursor, and a look at a large context takes its time.
        const auto now = Clock::now();
        if (m_effects.tree != plan.tree || now - m_effects.since > std::chrono::seconds(10)) {
            m_effects = {plan.tree, now, {}};
        }
        return [this, forecaster = m_store.effects(plan, around, folder, path)](const auto& edits) mutable {
            std::string what;
            for (const text::Edit& edit : edits) {
                what += std::to_string(edit.range.begin) + ' ' + std::to_string(edit.range.end) + ' ' +
                        std::to_string(edit.replacement.size()) + ' ' + edit.replacement;
            }
            const auto [known, isNew] = m_effects.words.try_emplace(std::move(what));
            if (isNew) {
                known->second = insight::effectText(forecaster.effectOf(edits));
            }
            return known->second;
        };
    }

    [[nodiscard]] language::KnownFiles imageFiles(const plan::FromImage& image, const plan::Bases& bases) override {
        store::Store* const store = m_store.get();
        return store ? known(cache::keptImage(image, bases, *store)) : language::KnownFiles{};
    }
    [[nodiscard]] language::KnownFiles stageFiles(const plan::BuildPlan& plan, const plan::Bases& bases, int stage,
                                                  std::size_t offset, const std::string& folder) override {
        store::Store* const store = m_store.get();
        return store ? known(cache::keptStage(plan, bases, stage, offset, folder, *store)) : language::KnownFiles{};
    }
    [[nodiscard]] std::optional<language::KnownSize> imageSize(const plan::FromImage& image,
                                                               const plan::Bases& bases) override {
        const store::Store* const store = m_store.get();
        return store ? known(cache::keptImageSize(image, bases, *store)) : std::nullopt;
    }
    [[nodiscard]] std::optional<language::KnownSize> stageSize(const plan::BuildPlan& plan, int stage,
                                                               const std::string& folder) override {
        const store::Store* const store = m_store.get();
        return store ? known(cache::keptStageSize(plan, stage, folder, *store)) : std::nullopt;
    }
    [[nodiscard]] language::RegistryTags registryTags(const std::string& repository) override {
        registry::TagQuestions::Answer said = m_tags.answer(repository);
        return {std::move(said.tags), std::move(said.error), said.isBeingAsked};
    }
    void askRegistry(const std::string& repository) override { m_tags.ask(repository); }

    void learn(const std::shared_ptr<checks::ShellcheckMemory>& memory) override {
        if (m_wake < 0 || m_learning.exchange(true)) {
            return;
        }
        constexpr int kSeconds = 10;
        m_learner = std::jthread([this, memory](std::stop_token stop) {
            memory->learn(checks::installedShellcheck(kSeconds, std::move(stop)));
            m_learning = false;
            eventfd_write(m_wake, 1);
        });
    }
    /// Readable once something was learned; -1 where that can't be.
    [[nodiscard]] int wake() const { return m_wake; }

private:
    static language::KnownFiles known(cache::Root root) { return {std::move(root.view), std::move(root.read)}; }
    static std::optional<language::KnownSize> known(const std::optional<cache::KeptSize>& size) {
        return size ? std::optional(language::KnownSize{size->unpacked, size->compressed}) : std::nullopt;
    }

    using Clock = lsp::Server::Clock;
    /// What edits of a text do to the next build, as it was told last.
    struct Effects {
        std::shared_ptr<const dockerfile::SyntaxTree> tree;
        Clock::time_point since;
        std::map<std::string, std::string> words;  ///< by the edits
    };

    KnownStore m_store;
    Effects m_effects;
    registry::TagQuestions m_tags{[] { return registryAccess({}); }};
    bool m_gone = false;
    const int m_wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::atomic<bool> m_learning = false;
    std::jthread m_learner;  // ends before what it uses
};

/// Waits for input, for at most as long as given; false where there will be no more.
bool readInput(lsp::Framing& framing, lsp::Server& server, int wake, int milliseconds) {
    std::array<pollfd, 2> input{{{STDIN_FILENO, POLLIN, 0}, {wake, POLLIN, 0}}};
    const int ready = ::poll(input.data(), input.size(), milliseconds);
    if (ready < 0) {
        return errno == EINTR;
    }
    eventfd_t times = 0;
    if (input[1].revents != 0 && eventfd_read(wake, &times) == 0) {
        server.learned();
    }
    if (input[0].revents == 0) {
        return true;
    }
    static std::array<char, 1U << 16U> buffer;
    const ssize_t size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size <= 0) {
        return size < 0 && errno == EINTR;
    }
    framing.feed({buffer.data(), static_cast<std::size_t>(size)});
    while (true) {
        auto message = framing.next();
        if (!message) {
            server.complain(message.error().message);
        } else if (*message) {
            server.receive(std::move(**message));
        } else {
            return true;
        }
    }
}

int waitTime(const lsp::Server& server) {
    const auto due = server.due();
    if (!due) {
        return -1;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - lsp::Server::Clock::now());
    return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

}  // namespace

int run(const Lsp&) {
    Desk desk;
    lsp::Server server(desk);
    lsp::Framing framing;
    bool open = true;
    bool busy = false;
    while (!desk.isGone()) {
        // What has arrived is taken in before the next message is worked on, so that a cancellation is seen.
        open = open && readInput(framing, server, desk.wake(), busy ? 0 : waitTime(server));
        busy = server.step();
        if (const auto status = server.exitStatus()) {
            return *status;
        }
        if (!open && !busy) {
            break;
        }
    }
    return 1;  // the client went without a word
}

}  // namespace slipway::cli
