// A layer's table of contents: what each of its entries is, without unpacking anything.
#pragma once

#include "layer/digest.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::layer {

enum class EntryType : std::uint8_t {
    Directory,
    File,
    Symlink,
    Hardlink,
    CharDevice,
    BlockDevice,
    Fifo,
    Whiteout,  ///< the path is deleted; nothing else of the entry counts
};
/// "directory", "file", … as the command line's JSON has them.
[[nodiscard]] std::string_view entryTypeName(EntryType type);

using Xattrs = std::map<std::string, std::string>;

/// One entry as a value of its own; the table stores them flat.
struct Entry {
    std::string path;  ///< relative, no "./", no trailing "/"; "" is the root directory
    EntryType type = EntryType::File;
    std::uint32_t mode = 0;  ///< permission bits with setuid, setgid, sticky (07777)
    std::uint32_t uid = 0, gid = 0;
    std::uint64_t size = 0;  ///< bytes of content, files only
    std::int64_t mtime = 0;  ///< seconds since 1970
    std::string link;        ///< symlink: target as it is; hard link: path of the entry it is the same file as
    std::uint32_t deviceMajor = 0, deviceMinor = 0;
    Xattrs xattrs;             ///< without overlay's own
    Digest digest;             ///< of the content, files only
    std::uint64_t offset = 0;  ///< of the content in the layer's uncompressed tar, files only
    bool opaque = false;       ///< directory: hides what lower layers have in it

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// A table of contents: immutable, sorted by path in byte order, no path twice; a directory that is only
/// implied by the paths of others is not in it. Any thread.
class Toc {
public:
    Toc();
    ~Toc();
    Toc(const Toc&) = delete;
    Toc& operator=(const Toc&) = delete;

    [[nodiscard]] std::size_t size() const;
    /// Path of the entry at an index; points into the table.
    [[nodiscard]] std::string_view path(std::size_t index) const;
    [[nodiscard]] EntryType type(std::size_t index) const;
    [[nodiscard]] std::uint64_t fileSize(std::size_t index) const;
    [[nodiscard]] bool opaque(std::size_t index) const;
    [[nodiscard]] Entry entry(std::size_t index) const;
    [[nodiscard]] std::optional<std::size_t> find(std::string_view path) const;
    /// Index of the first entry whose path is not less than `path`.
    [[nodiscard]] std::size_t lowerBound(std::string_view path) const;
    /// Sum of the sizes of its files; a hard link counts nothing. This is a layer's *unpacked size*.
    [[nodiscard]] std::uint64_t contentSize() const;

    /// Compact binary form with a version; `parse` checks every index and bound.
    [[nodiscard]] std::string serialize() const;
    static Result<std::shared_ptr<const Toc>> parse(std::string_view bytes);

private:
    friend class TocBuilder;
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// Collects entries in any order; a later one for the same path wins (as in a tar). A whiteout beside an entry of the
/// same path only makes a directory opaque. All paths and rare parts together stay below 4 GiB. `build` empties it.
class TocBuilder {
public:
    TocBuilder();
    ~TocBuilder();
    void add(Entry entry);
    [[nodiscard]] std::shared_ptr<const Toc> build();

private:
    std::vector<Entry> m_entries;
};

}  // namespace slipway::layer
