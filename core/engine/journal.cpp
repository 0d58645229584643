#include "engine/journal.h"

#include <unistd.h>

#include <atomic>

namespace slipway::engine {

std::int64_t wallClockMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Journal::Journal(const std::filesystem::path& storeHome, Sink sink)
    : m_sink(std::move(sink)), m_begin(std::chrono::steady_clock::now()), m_startedAt(wallClockMs()) {
    static std::atomic<unsigned> count{0};
    m_logName = "logs/" + std::to_string(m_startedAt) + '-' + std::to_string(getpid()) + '-' +
                std::to_string(count.fetch_add(1)) + ".jsonl";
    std::error_code ignored;
    std::filesystem::create_directories(storeHome / "logs", ignored);
    m_log.open(storeHome / m_logName, std::ios::binary);
    if (!m_log) {
        m_logName.clear();
    }
}

std::int64_t Journal::elapsedMs() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now() - m_begin).count();
}

void Journal::tell(decltype(BuildEvent::what) what) {
    const BuildEvent event{elapsedMs(), std::move(what)};
    const bool state = !std::holds_alternative<ProgressEvent>(event.what);
    if (state && m_log) {
        m_log << toJson(event) << '\n';
        if (std::holds_alternative<EndEvent>(event.what)) {
            m_log.close();
        }
    }
    if (m_sink) {
        m_sink(event);
    }
}

void Journal::noteOnce(const std::string& text) {
    if (m_notes.insert(text).second) {
        tell(NoteEvent{text});
    }
}

}  // namespace slipway::engine
