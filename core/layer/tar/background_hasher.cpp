#include "layer/tar/background_hasher.h"

namespace slipway::layer {

namespace {
// Below this, waking a thread takes longer than hashing.
constexpr std::size_t kWorthAThread = 128 * 1024;
}  // namespace

BackgroundHasher::~BackgroundHasher() {
    if (m_thread.joinable()) {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
}

void BackgroundHasher::update(std::string_view bytes) {
    wait();
    if (bytes.size() < kWorthAThread || std::thread::hardware_concurrency() < 2) {
        m_hasher.update(bytes);
        return;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_piece = bytes;
        m_busy = true;
    }
    if (!m_thread.joinable()) {
        m_thread = std::thread([this] { work(); });
    }
    m_changed.notify_all();
}

void BackgroundHasher::wait() {
    if (m_thread.joinable()) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_busy; });
    }
}

Digest BackgroundHasher::finish() {
    wait();
    return m_hasher.finish();
}

void BackgroundHasher::work() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_busy || m_ending; });
        if (m_busy) {
            const std::string_view piece = m_piece;
            lock.unlock();
            m_hasher.update(piece);
            lock.lock();
            m_busy = false;
            m_changed.notify_all();
        } else {
            return;
        }
    }
}

}  // namespace slipway::layer
