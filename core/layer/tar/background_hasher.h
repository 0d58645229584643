// A digest over a stream whose large pieces are hashed beside the caller's own work.
#pragma once

#include "layer/digest.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace slipway::layer {

/// Hashes a stream. A large piece is handed to a thread (started with the first of them) and hashed there until the
/// next call; its bytes must stay as they are until then. Used from one thread.
class BackgroundHasher {
public:
    void update(std::string_view bytes);
    /// Until this returns, the bytes of the last update may still be read.
    void wait();
    [[nodiscard]] Digest finish();

private:
    void work(const std::stop_token& ending);

    Hasher m_hasher;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::string_view m_piece;
    bool m_busy = false;
    std::jthread m_thread;  ///< the last, so that it ends before what it uses
};

}  // namespace slipway::layer
