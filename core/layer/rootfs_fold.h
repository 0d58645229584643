// How layers fold into one tree: a directory as the slices of the tables that still say something about it.
#pragma once

#include "layer/rootfs_view.h"

namespace slipway::layer::fold {

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// What one layer has below a directory: a range of its table.
struct Slice {
    const Toc* toc = nullptr;
    std::size_t layer = 0;
    std::size_t begin = 0, end = 0;
    friend bool operator==(const Slice& a, const Slice& b) {
        return a.toc == b.toc && a.begin == b.begin && a.end == b.end;
    }
};

/// A place in the tree. Valid as long as the view's tables live.
struct Node {
    bool exists = false;
    const Toc* toc = nullptr;  ///< whose entry it is, or who implies it
    std::size_t layer = 0;
    std::size_t index = kNone;  ///< of its entry; kNone for a directory that is only implied
    std::vector<Slice> below;   ///< upper layers first; empty for anything but a directory

    [[nodiscard]] EntryType type() const { return index == kNone ? EntryType::Directory : toc->type(index); }
    [[nodiscard]] RootfsView::Found found(std::string_view path) const;
    /// The very same entry of the very same table, or implied in both.
    [[nodiscard]] bool sameEntry(const Node& other) const {
        return exists == other.exists && index == other.index && (index == kNone || toc == other.toc);
    }
};

struct Child {
    std::string_view name;
    Node node;
};

[[nodiscard]] Node rootOf(const TocList& layers);
/// The node at `path`, which is a child of `directory`.
[[nodiscard]] Node childOf(const Node& directory, std::string_view path);
/// All visible children of the directory at `path`, by name.
[[nodiscard]] std::vector<Child> childrenOf(const Node& directory, std::string_view path);
/// The node at a path, without following links.
[[nodiscard]] Node nodeAt(const TocList& layers, std::string_view path);
[[nodiscard]] std::string joined(std::string_view directory, std::string_view name);

}  // namespace slipway::layer::fold
