// The store's inside: one connection behind a mutex, the tables in memory, this process's scratch folder.
#pragma once

#include "store/database.h"
#include "store/locks.h"
#include "store/store.h"
#include "store/sync.h"

#include <concepts>
#include <mutex>
#include <unordered_map>

namespace slipway::store {

namespace fs = std::filesystem;

/// The index while its lock is held. Nothing that takes long is done meanwhile, and no other call on the store.
class Index {
public:
    Index(std::unique_lock<std::mutex> lock, Database& database) : m_lock(std::move(lock)), m_database(&database) {}
    Database* operator->() const { return m_database; }
    Database& operator*() const { return *m_database; }

private:
    std::unique_lock<std::mutex> m_lock;
    Database* m_database;
};

struct Store::State {
    explicit State(fs::path folder) : home(std::move(folder)), syncer([this] { sync(); }) {}

    /// Opens the index when it is first needed.
    Result<Index> index();
    /// One change of the index: all that `work` does with it, or nothing where it fails.
    template <std::invocable<Database&> Work>
    Result<> change(const Work& work) {
        auto open = index();
        auto transaction = open ? Transaction::begin(**open) : fail(open.error());
        if (!transaction) {
            return fail(transaction.error());
        }
        Result<> done = work(**open);
        return done ? transaction->commit() : done;
    }
    [[nodiscard]] fs::path blob(const Digest& digest) const { return home / "blobs" / "sha256" / digest.hex(); }
    [[nodiscard]] bool has(const Digest& digest) const;
    Result<fs::path> scratch();
    /// Where a build was killed and none runs: its snapshots count as dropped, its log and its locks go.
    Result<> sweep();
    void sync();

    // With the index held:
    [[nodiscard]] Result<std::optional<Layer>> layer(Database& open, const Digest& diffId) const;
    [[nodiscard]] Result<bool> hasLayer(Database& open, const Digest& diffId) const;
    /// Sets a tag that `set` knows how to, by its whole name, of an image that is here.
    Result<> tag(const std::string& name, const Digest& image,
                 const std::function<Result<>(Database& open, std::string_view whole)>& set);
    [[nodiscard]] Result<bool> hasImage(Database& open, const Digest& id) const;
    Result<> putLayer(Database& open, const Layer& layer) const;
    Result<> putImage(Database& open, const Digest& id, const image::Config& config,
                      const std::optional<Digest>& manifest) const;
    Result<> changeSnapshot(Database& open, const Digest& diffId, const std::string& shortName) const;

    const fs::path home;
    std::mutex indexMutex;
    std::unique_ptr<Database> database;

    std::mutex scratchMutex;
    std::optional<FileLock> scratchLock;
    fs::path scratchPath;
    std::uint64_t scratchCount = 0;

    std::mutex tocMutex;
    std::unordered_map<Digest, std::shared_ptr<const layer::Toc>> tocs;

    Syncer syncer;  // last: its thread ends before what it uses
};

struct Leases {
    bool held = false;
    std::vector<fs::path> ended;  ///< left by builds that were killed
};
[[nodiscard]] Leases leasesOf(const fs::path& home, const fs::path& except);

struct BlobWriter::State {
    Store::State* store = nullptr;
    fs::path path;
    int fd = -1;
    layer::Hasher hasher;
    std::string buffer;
    std::uint64_t size = 0;
    std::optional<Error> failure;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State();
    void put(std::string_view bytes);
    void flush();
    /// Corrupt where the file isn't `expected` bytes long.
    Result<> check(const Digest& digest, std::uint64_t expected);
    /// Renames it into place, and remembers that no syncfs has passed since.
    Result<> moveTo(Database& index, const Digest& digest);
};

/// Removes what processes that ended have left in tmp/.
void removeLeftovers(const fs::path& home);
/// After a restart of the machine: drops what was written before it and is not whole.
Result<> recover(Database& database, const fs::path& home);

[[nodiscard]] std::int64_t now();

}  // namespace slipway::store
