// Flushes the file system in the background once writing has paused.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace slipway::store {

/// Calls `flush` on a thread of its own when nothing was written for five seconds. Its destructor doesn't flush.
class Syncer {
public:
    explicit Syncer(std::function<void()> flush) : m_flush(std::move(flush)) {}
    ~Syncer();
    Syncer(const Syncer&) = delete;
    Syncer& operator=(const Syncer&) = delete;

    /// Something was written. Any thread.
    void touch();

private:
    void run(std::stop_token stop);

    std::function<void()> m_flush;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::chrono::steady_clock::time_point m_last{};
    bool m_dirty = false;
    std::jthread m_thread;
};

}  // namespace slipway::store
