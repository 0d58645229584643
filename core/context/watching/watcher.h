// The thread behind ContextWatch: watches, else looks in intervals.
#pragma once

#include "watching/context_watch.h"
#include "watching/inotify.h"

#include <functional>
#include <optional>
#include <set>
#include <stop_token>

namespace slipway::watching {

/// Runs until it is stopped. All on one thread, from which it also calls `tell…`.
class Watcher {
public:
    using Clock = std::chrono::steady_clock;

    struct Listener {
        std::function<void()> ready;
        std::function<void(const std::set<std::string>& paths)> changed;
        std::function<void(const std::string& reason)> lookingInIntervals;
    };

    Watcher(const WatchOptions& options, Listener listener) : m_options(options), m_listener(std::move(listener)) {}
    /// `wake` becomes readable when `stop` is asked for.
    void run(const std::stop_token& stop, int wake);

private:
    Result<> watchBelow(const std::string& directory);
    void take(Inotify::What what, const std::string& path);
    void watch(const std::stop_token& stop, int wake);
    void look(const std::stop_token& stop, int wake);
    void tellIfQuiet();
    [[nodiscard]] int timeout() const;
    [[nodiscard]] bool leftOut(const std::string& path, bool directory) const;
    /// A number that changes with names, sizes, modes or times of anything that counts.
    [[nodiscard]] std::uint64_t fingerprint(const std::stop_token& stop) const;
    void walk(const std::string& directory, const std::stop_token& stop,
              const std::function<bool(const std::string& path, int descriptor, const char* name, bool isDirectory)>&
                  visit) const;

    const WatchOptions& m_options;
    Listener m_listener;
    std::optional<Inotify> m_inotify;
    std::optional<Error> m_failure;  ///< why watching had to end
    std::set<std::string> m_changed;
    bool m_all = false;
    std::optional<Clock::time_point> m_first;
    Clock::time_point m_last;
};

}  // namespace slipway::watching
