// One directory of a context as the disk has it, and what of it counts.
#pragma once

#include "context/context_tree.h"

struct stat;

namespace slipway::context {

/// A name in a directory that is not left out, or is a directory with something below it that may not be.
struct Item {
    std::string name;
    layer::EntryType type = layer::EntryType::File;
    bool linked = false;  ///< a file that has other names, too
    std::uint32_t mode = 0;
    std::uint32_t deviceMajor = 0, deviceMinor = 0;
    FileStamp stamp;  ///< as of this look; its digest is null where it isn't known yet
    std::string link;
    std::shared_ptr<const layer::Xattrs> xattrs;  ///< null for none; a directory's are with its listing
    Ignore::Verdict verdict;

    [[nodiscard]] bool isDirectory() const { return type == layer::EntryType::Directory; }
    /// As an entry of a layer: owner 0:0.
    [[nodiscard]] layer::Entry entry(std::string path) const;
};

/// A directory once it was listed: items by name.
struct Directory {
    std::string path;  ///< relative to the root
    Ignore::Verdict verdict;
    bool listed = false;
    std::shared_ptr<const layer::Xattrs> xattrs;
    std::vector<Item> items;
    std::vector<int> leftOutBy;  ///< patterns that decided about names which aren't among the items, each once

    [[nodiscard]] const Item* find(std::string_view name) const;
};

/// Looks at the disk below a root. Any thread.
class Scan {
public:
    Scan(int rootDescriptor, const ContextOptions& options) : m_root(rootDescriptor), m_options(options) {}

    /// Lists a directory: verdicts, status, links, attributes, and digests that a stamp still holds.
    [[nodiscard]] Result<> list(Directory& directory, const std::stop_token& stop = {}) const;
    /// One name of a directory, without listing it; nullopt where it isn't there or is left out.
    [[nodiscard]] Result<std::optional<Item>> look(const Directory& directory, std::string_view name) const;
    /// The root's own status.
    [[nodiscard]] Result<Item> root() const;
    /// Opens below the root, following no link.
    [[nodiscard]] Result<int> open(const std::string& path, int flags) const;
    /// Nobody can read a socket: for docker build it is a file with nothing in it, and so it is here.
    [[nodiscard]] bool isSocket(const std::string& path) const;

private:
    /// False where the name is left out or is gone.
    Result<bool> fill(int descriptor, const Directory& directory, const std::string& path, unsigned char kind,
                      Item& item) const;
    void overlay(Directory& directory) const;
    void overlay(const std::string& path, Item& item) const;
    [[nodiscard]] bool leftOut(const Directory& directory, const std::string& path, unsigned char kind,
                               Item& item) const;

    int m_root;
    const ContextOptions& m_options;
};

[[nodiscard]] FileStamp stampOf(const struct stat& status);
/// The extended attributes that count, or null for none. `path` is absolute; links are not followed.
[[nodiscard]] std::shared_ptr<const layer::Xattrs> readXattrs(const std::string& path);
[[nodiscard]] std::string below(std::string_view directory, std::string_view name);

}  // namespace slipway::context
