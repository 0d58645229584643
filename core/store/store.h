// The store: blobs, layers, images, tags, cache records and builds of one user, shared by several processes.
//
// Layout: see DESIGN.md, "The store". A blob is written to a temporary name, hashed as it is written, renamed, then
// recorded: killing the process at any moment leaves a store that the next start uses as it is.
#pragma once

#include "image/config.h"
#include "image/reference.h"
#include "layer/toc.h"
#include "store/blob_writer.h"
#include "store/lease.h"
#include "store/values.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace slipway::store {

/// One user's store. Any thread, several at a time; several processes, too. A call waits for the disk.
class Store {
public:
    /// $SLIPWAY_HOME, else $XDG_DATA_HOME/slipway, else ~/.local/share/slipway.
    static std::filesystem::path defaultHome();
    /// Makes what is missing, and removes what killed processes left, never what living ones use. Refused (with the
    /// reason) where it belongs to another uid or the file system can't carry it.
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& home);
    ~Store();

    [[nodiscard]] const std::filesystem::path& home() const;
    /// A folder of this process for half-made files; removed with the store, or at the next open where the process
    /// died.
    Result<std::filesystem::path> scratchFolder();

    // Blobs
    [[nodiscard]] bool hasBlob(const Digest& digest) const;
    [[nodiscard]] std::filesystem::path blobPath(const Digest& digest) const;
    Result<BlobWriter> newBlob();
    Result<Digest> putBlob(std::string_view content);
    /// Corrupt where the content isn't the digest's; Invalid beyond `limit` bytes.
    [[nodiscard]] Result<std::string> readBlob(const Digest& digest, std::uint64_t limit = 64U << 20) const;

    // Layers
    [[nodiscard]] Result<std::optional<Layer>> layer(const Digest& diffId) const;
    /// Records a layer whose tar and table are in the store already (or whose compressed blob is).
    Result<> putLayer(const Layer& layer);
    /// The same of a layer whose tar and table (`tocSize` bytes) someone else wrote and hashed: takes them into place
    /// and records the layer in one change of the index. Corrupt where a size is another.
    Result<> putLayer(const Layer& layer, BlobWriter tar, BlobWriter toc, std::uint64_t tocSize);
    /// The table, kept in memory once loaded.
    [[nodiscard]] Result<std::shared_ptr<const layer::Toc>> toc(const Digest& diffId) const;
    /// Path of the uncompressed tar; made again from the compressed blob where it was dropped.
    Result<std::filesystem::path> layerTar(const Digest& diffId);
    /// A file's content out of a layer. Invalid for what is no file, and beyond `limit` bytes.
    [[nodiscard]] Result<std::string> readFile(const Digest& diffId, const layer::Entry& file, std::uint64_t limit);
    /// Records that the layer is unpacked in snapshots/`shortName`; empty: that it isn't any more.
    Result<> setSnapshot(const Digest& diffId, const std::string& shortName);
    Result<std::string> newSnapshotName();  ///< 1 to 3 (later more) characters, never used before
    /// Snapshots that no layer has any more and that could not be removed here, because other ids own files in them:
    /// for the worker to remove; then forgetSnapshot(). None while another lease than `mine` is held.
    [[nodiscard]] Result<std::vector<std::string>> droppedSnapshots(const Lease* mine = nullptr) const;
    /// Cheap: whether droppedSnapshots() would have anything to do.
    [[nodiscard]] bool hasDroppedSnapshots() const;
    Result<> forgetSnapshot(const std::string& shortName);
    /// One that no layer has counts as dropped.
    Result<> dropSnapshot(const std::string& shortName);
    /// Compressed size of a layer in bytes: what a registry would send (gzip). Compresses once, at low priority, keeps
    /// digest and size, not the blob. Waits; Canceled by `stop`.
    Result<std::uint64_t> measureCompressed(const Digest& diffId, std::stop_token stop = {});

    // Images and tags
    /// Records an image whose layers are in the store. Its ID is that of `configJson`, or of the config as Slipway
    /// writes it. Invalid where that is too long to be read again.
    Result<Digest> putImage(const image::Config& config, std::optional<Digest> manifest = {},
                            std::optional<std::string> configJson = {});
    [[nodiscard]] Result<std::optional<Image>> image(const Digest& id) const;
    [[nodiscard]] Result<std::vector<Image>> images() const;
    /// The name is normalised; NotFound where the image isn't there.
    Result<> setTag(const std::string& name, const Digest& image, std::optional<Digest> manifest = {});
    /// What a registry has under the name for a platform. The name stands for it, too, where that is this machine's, or
    /// where it stands for nothing else; setTag() and removeTag() forget what it has for all platforms.
    Result<> tagPulled(const std::string& name, const image::Platform& platform, const Digest& image,
                       const Digest& manifest);
    Result<> removeTag(const std::string& name);  ///< NotFound where there is none
    Result<> removeImage(const Digest& id);       ///< with its tags; layers go where nothing else uses them
    [[nodiscard]] Result<std::vector<Tag>> tags() const;
    [[nodiscard]] Result<std::optional<Tag>> tag(const std::string& normalisedName) const;
    /// What a name, or a digest, stands for, and what a registry has under it for each platform it was asked for.
    [[nodiscard]] Result<std::vector<Tag>> tagsOf(const image::Reference& reference) const;
    /// A tag, an ID or its first digits, or FOLDER#stage (by name or number: the last build that finished it). NotFound
    /// or (ambiguous) Invalid otherwise.
    [[nodiscard]] Result<Image> resolve(std::string_view name) const;

    // Cache records. One whose layer is gone doesn't count and is never returned.
    Result<> putRecord(const Record& record);
    Result<> putRecords(const std::vector<Record>& records);                      ///< all or none
    [[nodiscard]] Result<std::optional<Record>> record(const Digest& key) const;  ///< newest
    [[nodiscard]] Result<std::optional<Record>> recordByChainKey(const Digest& chainKey) const;
    [[nodiscard]] Result<std::optional<Record>> lastRecordOf(std::string_view step) const;  ///< newest of the same step

    // Builds
    /// Its ID: a new one where the build has 0, else in place of what had that.
    Result<std::int64_t> putBuild(const Build& build);
    [[nodiscard]] Result<std::vector<Build>> builds(std::string_view folder,
                                                    std::size_t limit = 50) const;  ///< newest first
    [[nodiscard]] Result<std::optional<Build>> build(std::int64_t id) const;
    /// The newest that made this image, for any of its stages.
    [[nodiscard]] Result<std::optional<Build>> lastBuildOf(const Digest& image) const;

    /// Holds the step with this key: others that want it wait. Ends with its owner or its process.
    class KeyLock {
    public:
        KeyLock() = default;
        ~KeyLock();
        KeyLock(KeyLock&&) noexcept;
        KeyLock& operator=(KeyLock&&) noexcept;

    private:
        friend class Store;
        int m_fd = -1;
        std::string m_path;
    };
    /// nullopt where it is held, by whatever process.
    Result<std::optional<KeyLock>> tryLock(const Digest& key);
    /// A build takes one before it makes anything. See Lease. `name` stands in its file, for people.
    Result<std::shared_ptr<Lease>> lease(const std::string& name);

    [[nodiscard]] Result<std::vector<DiskUsage>> diskUsage() const;

private:
    Store();
    friend class BlobWriter;
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace slipway::store
