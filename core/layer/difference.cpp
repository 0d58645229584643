#include "layer/difference.h"

#include "layer/rootfs_fold.h"

#include <algorithm>

namespace slipway::layer {

namespace {

class Comparison {
public:
    Comparison(const RootfsView& a, const RootfsView& b) : m_a(a), m_b(b) {}

    void compareBelow(const fold::Node& a, const fold::Node& b, const std::string& path);
    std::vector<Change> changes;

private:
    void onlyOne(const fold::Child& child, const std::string& path, ChangeKind kind);
    void both(const fold::Child& a, const fold::Child& b, const std::string& path);
    [[nodiscard]] bool equal(const fold::Node& a, const fold::Node& b, const std::string& path) const;

    const RootfsView& m_a;
    const RootfsView& m_b;
};

std::uint64_t sizeOf(const fold::Node& node) {
    return node.type() == EntryType::File ? node.toc->fileSize(node.index) : 0;
}

// What counts of an entry: not its time, not where it lies, not whether a file has its content from a hard link.
Entry essence(const RootfsView& view, const fold::Node& node, const std::string& path) {
    RootfsView::Found found = node.found(path);
    if (found.entry.type == EntryType::Hardlink) {
        if (auto file = view.linked(found)) {
            found = std::move(*file);
        }
    }
    found.entry.path.clear();
    found.entry.mtime = 0;
    found.entry.offset = 0;
    found.entry.opaque = false;
    return std::move(found.entry);
}

bool Comparison::equal(const fold::Node& a, const fold::Node& b, const std::string& path) const {
    return a.sameEntry(b) || essence(m_a, a, path) == essence(m_b, b, path);
}

void Comparison::onlyOne(const fold::Child& child, const std::string& path, ChangeKind kind) {
    const std::uint64_t size = sizeOf(child.node);
    const bool added = kind == ChangeKind::Added;
    changes.push_back({path, kind, added ? 0 : size, added ? size : 0, child.node.type()});
    for (const fold::Child& below : fold::childrenOf(child.node, path)) {
        onlyOne(below, fold::joined(path, below.name), kind);
    }
}

void Comparison::both(const fold::Child& a, const fold::Child& b, const std::string& path) {
    if (!equal(a.node, b.node, path)) {
        changes.push_back({path, ChangeKind::Modified, sizeOf(a.node), sizeOf(b.node), b.node.type()});
    }
    // The same slices of the same tables fold to the same tree.
    if (a.node.below != b.node.below) {
        compareBelow(a.node, b.node, path);
    }
}

void Comparison::compareBelow(const fold::Node& a, const fold::Node& b, const std::string& path) {
    const std::vector<fold::Child> left = fold::childrenOf(a, path);
    const std::vector<fold::Child> right = fold::childrenOf(b, path);
    for (std::size_t i = 0, k = 0; i < left.size() || k < right.size();) {
        const int order = i == left.size() ? 1 : k == right.size() ? -1 : left[i].name.compare(right[k].name);
        const std::string where = fold::joined(path, order <= 0 ? left[i].name : right[k].name);
        if (order < 0) {
            onlyOne(left[i++], where, ChangeKind::Removed);
        } else if (order > 0) {
            onlyOne(right[k++], where, ChangeKind::Added);
        } else {
            both(left[i++], right[k++], where);
        }
    }
}

}  // namespace

std::vector<Change> difference(const RootfsView& a, const RootfsView& b) {
    Comparison comparison(a, b);
    comparison.compareBelow(fold::rootOf(a.layers()), fold::rootOf(b.layers()), {});
    std::ranges::sort(comparison.changes, {}, &Change::path);
    return std::move(comparison.changes);
}

}  // namespace slipway::layer
