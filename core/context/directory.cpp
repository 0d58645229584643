#include "context/directory.h"

#include "text/say.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace slipway::context {

namespace {
// Below this many items one thread is done before a second one has begun.
constexpr std::uint64_t kWorthThreads = 400;
constexpr unsigned kMostThreads = 4;
}  // namespace

/// Threads that list directories until none is left.
class Directories::Crew {
public:
    Crew(Directories& owner, Directory& top, const std::stop_token& stop) : m_owner(owner), m_stop(stop) {
        m_waiting.push_back(&top);
    }

    Result<> work() {
        run(true);
        m_helpers.clear();  // joins
        return m_failure ? fail(*m_failure) : Result<>{};
    }

private:
    void run(bool first) {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return !m_waiting.empty() || m_busy == 0 || m_failure; });
            if (m_failure || m_waiting.empty()) {
                break;
            }
            Directory& directory = *m_waiting.back();
            m_waiting.pop_back();
            ++m_busy;
            const bool known = directory.listed;
            lock.unlock();
            const auto listed = known ? Result<>{} : m_owner.m_scan.list(directory, m_stop);
            lock.lock();
            --m_busy;
            finish(directory, known, listed);
            if (first && m_helpers.empty() && m_seen > kWorthThreads && m_waiting.size() > 1) {
                hire();
            }
            m_changed.notify_all();
        }
        m_changed.notify_all();
    }

    // With the lock held.
    void finish(Directory& directory, bool known, const Result<>& listed) {
        if (!listed) {
            m_failure = listed.error();
            return;
        }
        m_seen += directory.items.size();
        if (!known && (m_owner.m_files += directory.items.size()) > m_owner.m_maxFiles) {
            m_failure = Error(ErrorCode::Invalid,
                              text::say("the build context has more than {} files; leave some out with .dockerignore",
                                        m_owner.m_maxFiles));
            return;
        }
        for (const Item& item : directory.items) {
            if (item.isDirectory()) {
                m_waiting.push_back(&m_owner.at(below(directory.path, item.name), item.verdict));
            }
        }
    }

    void hire() {
        const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads) - 1;
        for (unsigned i = 0; i < count; ++i) {
            m_helpers.emplace_back([this] { run(false); });
        }
    }

    Directories& m_owner;
    const std::stop_token& m_stop;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Directory*> m_waiting;
    std::size_t m_busy = 0;
    std::uint64_t m_seen = 0;
    std::optional<Error> m_failure;
    std::vector<std::jthread> m_helpers;
};

Directory& Directories::at(const std::string& path, const Ignore::Verdict& verdict) {
    std::unique_ptr<Directory>& place = m_directories[path];
    if (!place) {
        place = std::make_unique<Directory>();
        place->path = path;
        place->verdict = verdict;
    }
    return *place;
}

Result<> Directories::list(Directory& directory, const std::stop_token& stop) {
    return directory.listed ? Result<>{} : m_scan.list(directory, stop);
}

Result<> Directories::listAll(Directory& directory, const std::stop_token& stop) {
    return Crew(*this, directory, stop).work();
}

Result<std::optional<Item>> Directories::look(Directory& directory, std::string_view name) {
    if (directory.listed) {
        const Item* item = directory.find(name);
        return item != nullptr ? std::optional<Item>(*item) : std::nullopt;
    }
    return m_scan.look(directory, name);
}

}  // namespace slipway::context
