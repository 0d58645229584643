// slipway lsp: the language server on standard input and output.
#include "commands.h"

#include "cache/outlook.h"
#include "checks/configuration.h"
#include "language/context_folder.h"
#include "lsp/framing.h"
#include "lsp/server.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <poll.h>
#include <unistd.h>

namespace slipway::cli {

namespace {

namespace fs = std::filesystem;

/// Disk and store for the server.
class Desk : public lsp::Host {
public:
    void send(std::string_view message) override {
        const std::string whole = lsp::framed(message);
        std::string_view rest = whole;
        while (!rest.empty()) {
            const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
            if (written < 0 && errno != EINTR) {
                m_gone = true;
                return;
            }
            rest.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
        }
    }
    [[nodiscard]] bool isGone() const { return m_gone; }

    [[nodiscard]] lsp::Project project(const std::string& path) override {
        lsp::Project out;
        if (const store::Store* const store = openedStore()) {
            out.images = cache::imagesOfStore(*store);
        }
        if (path.empty()) {
            return out;
        }
        out.folder = fs::path(path).parent_path().string();
        if (auto ignore = context::loadIgnore(out.folder, path)) {
            out.ignore = std::move(*ignore);
        }
        out.context = language::contextFolder(out.folder, out.ignore);
        readSettings(out);
        return out;
    }

    [[nodiscard]] plan::Bases bases(const std::shared_ptr<const dockerfile::SyntaxTree>& tree,
                                    const plan::Options& options) override {
        store::Store* const store = openedStore();
        return store ? cache::basesFromStore(tree, options, *store) : plan::Bases();
    }

private:
    /// hadolint's configuration of the project, as slipway check takes it.
    static void readSettings(lsp::Project& project) {
        const auto environment = [](const char* name) -> std::optional<std::string> {
            const char* const value = std::getenv(name);
            return value ? std::optional<std::string>(value) : std::nullopt;
        };
        std::error_code error;
        const auto paths = checks::configurationPaths(project.folder, fs::current_path(error).string(), environment);
        project.configuration.path = paths.front();
        for (const std::string& path : paths) {
            std::ifstream in(path, std::ios::binary);
            if (!in || !fs::is_regular_file(path, error)) {
                continue;
            }
            project.configuration = {path, std::string(std::istreambuf_iterator<char>(in), {})};
            auto made = checks::readConfiguration(*project.configuration.text, path);
            if (made) {
                project.settings = std::move(made->settings);
            } else {
                project.complaint = made.error().describe();
            }
            return;
        }
    }
    /// To look at a Dockerfile is no reason to make a store.
    store::Store* openedStore() {
        std::error_code error;
        if (!m_store && fs::exists(store::Store::defaultHome(), error)) {
            if (auto opened = openStore()) {
                m_store = std::move(*opened);
            }
        }
        return m_store.get();
    }
    std::shared_ptr<store::Store> m_store;
    bool m_gone = false;
};

/// Waits for input, for at most as long as given; false where there will be no more.
bool readInput(lsp::Framing& framing, lsp::Server& server, int milliseconds) {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&input, 1, milliseconds);
    if (ready < 0) {
        return errno == EINTR;
    }
    if (ready == 0) {
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
        open = open && readInput(framing, server, busy ? 0 : waitTime(server));
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
