// Who is told of a build: its listener, and its event stream below the store's logs/. ninja's Status.
#pragma once

#include "engine/events.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>

namespace slipway::engine {

/// Belongs to the loop's thread. A log that can't be written is given up without a word: the build goes on.
class Journal {
public:
    using Sink = std::function<void(const BuildEvent&)>;
    /// Begins the build's time.
    Journal(const std::filesystem::path& storeHome, Sink sink);

    void tell(decltype(BuildEvent::what) what);
    /// Says it unless it was said before in this build.
    void noteOnce(const std::string& text);
    /// Milliseconds since the build began.
    [[nodiscard]] std::int64_t elapsedMs() const;
    /// Milliseconds since 1970.
    [[nodiscard]] std::int64_t startedAt() const { return m_startedAt; }
    /// Path of the log relative to the store, empty where it couldn't be written.
    [[nodiscard]] const std::string& logName() const { return m_logName; }

private:
    Sink m_sink;
    std::chrono::steady_clock::time_point m_begin;
    std::int64_t m_startedAt;
    std::string m_logName;
    std::ofstream m_log;
    std::set<std::string> m_notes;
};

/// Milliseconds since 1970.
[[nodiscard]] std::int64_t wallClockMs();

}  // namespace slipway::engine
