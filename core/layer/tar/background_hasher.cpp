#include "layer/tar/background_hasher.h"

namespace slipway::layer {

namespace {
// Below this, waking a thread takes longer than hashing.
constexpr std::size_t kWorthAThread = 128 * 1024;
}  // namespace

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
        m_thread = std::jthread([this](const std::stop_token& ending) { work(ending); });
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

void BackgroundHasher::work(const std::stop_token& ending) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, ending, [this] { return m_busy; })) {
        const std::string_view piece = m_piece;
        lock.unlock();
        m_hasher.update(piece);
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

}  // namespace slipway::layer
