#include "store/sync.h"

#include "layer/digest.h"
#include "layer/tar.h"
#include "store/state.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>

namespace slipway::store {

namespace {

constexpr std::chrono::seconds kPause{5};

bool isWhole(const fs::path& path, const Digest& expected) {
    const auto source = layer::fileSource(path);
    if (!source) {
        return false;
    }
    layer::Hasher hasher;
    for (;;) {
        const auto bytes = (*source)();
        if (!bytes) {
            return false;
        }
        if (bytes->empty()) {
            return hasher.finish() == expected;
        }
        hasher.update(*bytes);
    }
}

std::string bootId() {
    std::array<char, 64> buffer{};
    const int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
    const ssize_t count = fd < 0 ? 0 : read(fd, buffer.data(), buffer.size());
    if (fd >= 0) {
        close(fd);
    }
    return {buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

Result<bool> isOfThisBoot(Database& database, const std::string& boot) {
    auto query = database.query("SELECT value FROM meta WHERE name = 'boot'");
    if (!query) {
        return fail(query.error());
    }
    const auto row = query->next();
    if (!row) {
        return fail(row.error());
    }
    return *row && query->text(0) == boot;
}

Result<> dropBroken(Database& database, const fs::path& home) {
    return eachRow(database.query("SELECT digest FROM unsynced WHERE digest IS NOT NULL"), [&](const Query& row) {
        const fs::path path = home / "blobs" / "sha256" / row.digest(0).hex();
        if (access(path.c_str(), F_OK) == 0 && !isWhole(path, row.digest(0))) {
            unlink(path.c_str());
        }
    });
}

}  // namespace

Syncer::~Syncer() {
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void Syncer::touch() {
    const std::lock_guard lock(m_mutex);
    m_last = std::chrono::steady_clock::now();
    m_dirty = true;
    if (!m_thread.joinable()) {
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    m_changed.notify_one();
}

void Syncer::run(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_dirty; })) {
        while (!stop.stop_requested() && std::chrono::steady_clock::now() < m_last + kPause) {
            m_changed.wait_until(lock, stop, m_last + kPause, [] { return false; });
        }
        if (stop.stop_requested()) {
            return;
        }
        m_dirty = false;
        lock.unlock();
        m_flush();
        lock.lock();
    }
}

void Store::State::sync() {
    std::int64_t last = 0;
    {
        auto held = index();
        auto query = held ? (*held)->query("SELECT max(seq) FROM unsynced") : fail(held.error());
        if (!query || !query->next().value_or(false)) {
            return;
        }
        last = query->integer(0);
    }
    const int fd = ::open(home.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = fd >= 0 && syncfs(fd) == 0;
    if (fd >= 0) {
        close(fd);
    }
    if (done) {
        if (auto held = index()) {
            (void)(*held)->run("DELETE FROM unsynced WHERE seq <= ?", last);  // else the next one does it
        }
    }
}

// What was written shortly before the machine stopped may be there by name and not by content. Blobs are read again;
// snapshots can't be checked so, and are unpacked anew.
Result<> recover(Database& database, const fs::path& home) {
    const std::string boot = bootId();
    auto same = isOfThisBoot(database, boot);
    if (!same || *same) {
        return same ? Result<>() : fail(same.error());
    }
    const auto lock = FileLock::wait(home / "locks" / "recovery");
    if (!lock) {
        return fail(lock.error());
    }
    same = isOfThisBoot(database, boot);
    if (!same || *same) {
        return same ? Result<>() : fail(same.error());
    }
    if (auto result = dropBroken(database, home); !result) {
        return result;
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return fail(transaction.error());
    }
    Result<> result =
        database.run("INSERT OR IGNORE INTO trash SELECT snapshot FROM unsynced WHERE snapshot IS NOT NULL");
    if (result) {
        result = database.run("UPDATE layers SET snapshot = '' WHERE snapshot IN (SELECT snapshot FROM unsynced)");
    }
    if (result) {
        result = database.run("DELETE FROM unsynced WHERE snapshot IS NOT NULL");
    }
    if (result) {
        result = database.run("INSERT OR REPLACE INTO meta VALUES ('boot', ?)", boot);
    }
    return result ? transaction->commit() : result;
}

}  // namespace slipway::store
