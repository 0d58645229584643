// The store: blobs, layers, images, tags, cache records and builds of one user, shared by several processes.
//
// Layout: see DESIGN.md, "The store". A blob is written to a temporary name, hashed as it is written, renamed, then
// recorded: killing the process at any moment leaves a store that the next start uses as it is.
#pragma once

#include "image/config.h"
#include "image/manifest.h"
#include "layer/toc.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace slipway::store {

using layer::Digest;

/// Writes one blob. Dropped without commit(), nothing stays.
class BlobWriter {
public:
    ~BlobWriter();
    BlobWriter(BlobWriter&&) noexcept;
    Result<> write(std::string_view bytes);
    /// Renames it into place. With `expected`, Corrupt (and nothing kept) where the content is another.
    Result<Digest> commit(std::optional<Digest> expected = {});
    /// File descriptor of the temporary file, for a worker that writes itself; then commitAs().
    [[nodiscard]] int descriptor() const;
    /// Renames what someone else wrote and hashed into place.
    Result<> commitAs(const Digest& digest, std::uint64_t size);

private:
    friend class Store;
    BlobWriter();
    struct State;
    std::unique_ptr<State> m_state;
};

/// A layer: its diff ID is its identity.
struct Layer {
    Digest diffId;                 ///< of the uncompressed tar
    Digest toc;                    ///< blob that holds the table
    std::uint64_t size = 0;        ///< unpacked: sum of its files
    std::uint64_t tarSize = 0;     ///< bytes of the uncompressed tar
    std::optional<Digest> compressed;              ///< blob as pulled or as compressed here
    std::optional<std::uint64_t> compressedSize;
    std::string compressedMediaType;
    std::string snapshot;          ///< short name below snapshots/, empty where not unpacked
};

struct Image {
    Digest id;                     ///< digest of the config
    std::optional<Digest> manifest;///< where it has one (pulled or saved)
    image::Config config;
    std::string configJson;        ///< exact bytes behind `id`
    std::vector<Layer> layers;     ///< lowest first
    [[nodiscard]] std::uint64_t size() const;                       ///< unpacked
    [[nodiscard]] std::optional<std::uint64_t> compressedSize() const;
};

struct Tag {
    std::string name;              ///< normalised: docker.io/library/ubuntu:20.04
    Digest image;
    std::optional<Digest> manifest;
    std::int64_t setAt = 0;        ///< seconds since 1970
};

/// A cache record as the store keeps it; `body` is core/cache's JSON. Newer ones have a greater `counter`.
struct Record {
    Digest key;
    Digest chainKey;               ///< key that --cache-cutoff=off uses
    std::string step;              ///< what the step is the same step as over edits: FOLDER, stage and step id
    Digest layer;                  ///< diff ID of the result; null where the step made none
    std::string body;
    std::int64_t counter = 0;
};

/// A build that ended, for history, `FOLDER#stage` and what changed since the last one.
struct Build {
    std::int64_t id = 0;           ///< given by the store, ascending
    std::string folder;            ///< absolute path of the context
    std::string dockerfile;        ///< absolute path
    std::string target;            ///< stage name or number
    std::string outcome;           ///< "succeeded", "failed", "canceled"
    std::int64_t startedAt = 0, endedAt = 0;   ///< milliseconds since 1970
    std::string events;            ///< path below logs/ of its event stream (JSON lines), relative to the store
    struct Result { std::string stage; int stageIndex = 0; Digest image; };
    std::vector<Result> images;    ///< every stage that was finished
};

struct DiskUsage { std::string kind; std::uint64_t count = 0, size = 0; };   ///< kinds: images, layers, snapshots, mounts, logs, records

/// One user's store. Safe from any thread (a connection per thread or a lock inside). Several processes at once.
class Store {
public:
    /// $SLIPWAY_HOME, else $XDG_DATA_HOME/slipway, else ~/.local/share/slipway.
    static std::filesystem::path defaultHome();
    /// Makes what is missing. Refused (with the reason) where it belongs to another uid or the file system can't carry it.
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& home);
    ~Store();

    [[nodiscard]] const std::filesystem::path& home() const;

    // Blobs
    [[nodiscard]] bool hasBlob(const Digest& digest) const;
    [[nodiscard]] std::filesystem::path blobPath(const Digest& digest) const;
    Result<BlobWriter> newBlob();
    Result<Digest> putBlob(std::string_view content);
    [[nodiscard]] Result<std::string> readBlob(const Digest& digest, std::uint64_t limit = 64U << 20) const;

    // Layers
    [[nodiscard]] Result<std::optional<Layer>> layer(const Digest& diffId) const;
    /// Records a layer whose tar and table are in the store already (or whose compressed blob is).
    Result<> putLayer(const Layer& layer);
    /// The table, kept in memory once loaded.
    [[nodiscard]] Result<std::shared_ptr<const layer::Toc>> toc(const Digest& diffId) const;
    /// Path of the uncompressed tar; made again from the compressed blob where it was dropped.
    Result<std::filesystem::path> layerTar(const Digest& diffId);
    /// A file's content out of a layer.
    [[nodiscard]] Result<std::string> readFile(const Digest& diffId, const layer::Entry& file, std::uint64_t limit);
    Result<> setSnapshot(const Digest& diffId, const std::string& shortName);
    Result<std::string> newSnapshotName();      ///< 1 to 3 (later more) characters, never used before

    // Images and tags
    Result<Digest> putImage(const image::Config& config, std::optional<Digest> manifest = {}, std::optional<std::string> configJson = {});
    [[nodiscard]] Result<std::optional<Image>> image(const Digest& id) const;
    [[nodiscard]] Result<std::vector<Image>> images() const;
    Result<> setTag(const std::string& name, const Digest& image, std::optional<Digest> manifest = {});
    Result<> removeTag(const std::string& name);
    Result<> removeImage(const Digest& id);     ///< with its tags; layers go where nothing else uses them
    [[nodiscard]] Result<std::vector<Tag>> tags() const;
    [[nodiscard]] Result<std::optional<Tag>> tag(const std::string& normalisedName) const;
    /// A tag, an ID or its first digits, or FOLDER#stage. NotFound or (ambiguous) Invalid otherwise.
    [[nodiscard]] Result<Image> resolve(std::string_view name) const;

    // Cache records
    Result<> putRecord(const Record& record);
    [[nodiscard]] Result<std::optional<Record>> record(const Digest& key) const;             ///< newest
    [[nodiscard]] Result<std::optional<Record>> recordByChainKey(const Digest& chainKey) const;
    [[nodiscard]] Result<std::optional<Record>> lastRecordOf(std::string_view step) const;   ///< newest of the same step
    /// Records whose layer is gone don't count and are never returned.

    // Builds
    Result<std::int64_t> putBuild(const Build& build);
    [[nodiscard]] Result<std::vector<Build>> builds(std::string_view folder, std::size_t limit = 50) const;  ///< newest first
    [[nodiscard]] Result<std::optional<Build>> build(std::int64_t id) const;

    /// Holds the step with this key for this process: others that want it wait. Ends with its owner or its process.
    class KeyLock {
    public:
        KeyLock() = default;
        ~KeyLock();
        KeyLock(KeyLock&&) noexcept;
        KeyLock& operator=(KeyLock&&) noexcept;
    private:
        friend class Store;
        int m_fd = -1;
    };
    /// nullopt where another process has it.
    Result<std::optional<KeyLock>> tryLock(const Digest& key);
    /// Keeps what it lists from being collected while a build runs.
    Result<std::shared_ptr<void>> lease(const std::string& name);

    [[nodiscard]] Result<std::vector<DiskUsage>> diskUsage() const;
    /// Half-made files of processes that ended: removed at open, those of living ones never.

private:
    Store();
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace slipway::store
