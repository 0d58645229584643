// Who is building, and what those left who were killed at it.
#include "store/folder.h"
#include "store/state.h"

#include <unistd.h>

#include <unordered_set>

namespace slipway::store {

namespace {

using Names = std::unordered_set<std::string>;

Result<Names> known(Database& database, const char* sql) {
    Names out;
    const auto read = eachRow(database.query(sql), [&](const Query& row) { out.insert(row.text(0)); });
    return read ? Result<Names>(std::move(out)) : fail(read.error());
}

}  // namespace

Lease::~Lease() { unlink(m_path.c_str()); }

Result<std::shared_ptr<Lease>> Store::lease(const std::string& name) {
    for (;;) {
        const fs::path path = m_state->home / "leases" / uniqueName();
        auto lock = FileLock::tryTake(path);
        if (!lock) {
            return fail(lock.error());
        }
        if (*lock) {
            (void)!write((*lock)->descriptor(), name.data(), name.size());  // for people only
            return std::shared_ptr<Lease>(new Lease(path, std::move(**lock)));
        }
    }
}

Leases leasesOf(const fs::path& home, const fs::path& except) {
    Leases out;
    for (const std::string& name : namesIn(home / "leases")) {
        const fs::path path = home / "leases" / name;
        if (path == except) {
            continue;
        }
        const auto lock = FileLock::tryTakeExisting(path);
        if (lock && *lock) {
            out.ended.push_back(path);
        } else if (access(path.c_str(), F_OK) == 0) {
            out.held = true;
        }
    }
    return out;
}

// A file's maker holds a lease from before it is made until it is recorded or removed. So what was listed while nobody
// held one afterwards, and is recorded nowhere after that, is a killed build's.
Result<> Store::State::sweep() {
    const Leases before = leasesOf(home, {});
    if (before.ended.empty()) {
        return {};
    }
    const auto snapshots = namesIn(home / "snapshots");
    const auto logs = namesIn(home / "logs");
    const auto locks = namesIn(home / "locks");
    if (leasesOf(home, {}).held) {
        return {};  // whoever comes next finds the same
    }
    auto open = index();
    const auto layers = open ? known(**open, "SELECT snapshot FROM layers") : fail(open.error());
    const auto builds = open ? known(**open, "SELECT events FROM builds") : fail(open.error());
    if (!layers || !builds) {
        return fail(layers ? builds.error() : layers.error());
    }
    for (const std::string& name : snapshots) {
        const auto dropped = layers->contains(name)
                                 ? Result<>()
                                 : (*open)->run("INSERT OR IGNORE INTO trash VALUES (?)", std::string_view(name));
        if (!dropped) {
            return dropped;
        }
    }
    for (const std::string& name : logs) {
        if (!builds->contains("logs/" + name)) {
            unlink((home / "logs" / name).c_str());
        }
    }
    for (const std::string& name : locks) {
        const fs::path path = home / "locks" / name;
        const auto lock = name.starts_with("key-") ? FileLock::tryTakeExisting(path) : std::optional<FileLock>();
        if (lock && *lock) {
            unlink(path.c_str());
        }
    }
    for (const fs::path& path : before.ended) {
        unlink(path.c_str());
    }
    return {};
}

}  // namespace slipway::store
