#include "layer/rootfs_view.h"

#include "layer/rootfs_fold.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::layer {

namespace {

constexpr int kMostLinks = 255;

/// A path on its way through links: where it is, and what is left of it.
class Traveller {
public:
    Traveller(const TocList& layers, std::string_view path) : m_nodes{fold::rootOf(layers)} { push(path); }

    Result<> travel(bool followLast, bool missingAllowed);
    [[nodiscard]] std::string path() const {
        std::string whole;
        for (const std::string& name : m_names) {
            whole = fold::joined(whole, name);
        }
        return whole;
    }
    [[nodiscard]] const fold::Node& node() const { return m_nodes.back(); }

private:
    void push(std::string_view path);
    Result<> step(const std::string& name, bool follow, bool missingAllowed);

    std::vector<fold::Node> m_nodes;  ///< the root and one for each name
    std::vector<std::string> m_names;
    std::vector<std::string> m_left;  ///< last first
    int m_links = 0;
};

void Traveller::push(std::string_view path) {
    while (!path.empty()) {
        const std::size_t slash = path.rfind('/');
        const std::string_view name = path.substr(slash + 1);
        if (!name.empty() && name != ".") {
            m_left.emplace_back(name);
        }
        path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
    }
}

Result<> Traveller::step(const std::string& name, bool follow, bool missingAllowed) {
    const std::string where = fold::joined(path(), name);
    fold::Node node = fold::childOf(m_nodes.back(), where);
    if (!node.exists) {
        if (!missingAllowed) {
            return fail(ErrorCode::NotFound, text::say("there is no \"/{}\"", where));
        }
        node.below.clear();
    } else if (node.type() == EntryType::Symlink && follow) {
        if (++m_links > kMostLinks) {
            return fail(ErrorCode::Invalid,
                        text::say("too many symbolic links on the way to \"/{}\"; they may lead in a circle", where));
        }
        const std::string target = node.toc->entry(node.index).link;
        if (target.starts_with('/')) {
            m_names.clear();
            m_nodes.resize(1);
        }
        push(target);
        return {};
    }
    m_names.push_back(name);
    m_nodes.push_back(std::move(node));
    return {};
}

Result<> Traveller::travel(bool followLast, bool missingAllowed) {
    while (!m_left.empty()) {
        const std::string name = std::move(m_left.back());
        m_left.pop_back();
        if (name == "..") {
            if (!m_names.empty()) {
                m_names.pop_back();
                m_nodes.pop_back();
            }
            continue;
        }
        if (const auto done = step(name, followLast || !m_left.empty(), missingAllowed); !done) {
            return done;
        }
    }
    return {};
}

// Byte order of whole paths: what lies below "a" comes as if "a" were written "a/", so after "a-b".
struct Item {
    const fold::Child* child = nullptr;
    bool below = false;

    [[nodiscard]] int byteAt(std::size_t i) const {
        if (i < child->name.size()) {
            return static_cast<unsigned char>(child->name[i]);
        }
        return i == child->name.size() && below ? '/' : -1;
    }
};

bool before(const Item& a, const Item& b) {
    const std::size_t common = std::min(a.child->name.size(), b.child->name.size());
    const int order = a.child->name.substr(0, common).compare(b.child->name.substr(0, common));
    return order != 0 ? order < 0
                      : a.byteAt(common) < b.byteAt(common) ||
                            (a.byteAt(common) == b.byteAt(common) && a.byteAt(common + 1) < b.byteAt(common + 1));
}

void visitBelow(const fold::Node& directory, const std::string& path,
                const std::function<void(const RootfsView::Found&)>& visit) {
    const std::vector<fold::Child> children = fold::childrenOf(directory, path);
    std::vector<Item> items;
    items.reserve(children.size());
    for (const fold::Child& child : children) {
        items.push_back({&child, false});
        if (!child.node.below.empty()) {
            items.push_back({&child, true});
        }
    }
    if (!std::ranges::is_sorted(items, before)) {
        std::ranges::sort(items, before);
    }
    for (const Item& item : items) {
        const std::string where = fold::joined(path, item.child->name);
        if (item.below) {
            visitBelow(item.child->node, where, visit);
        } else {
            visit(item.child->node.found(where));
        }
    }
}

}  // namespace

std::optional<RootfsView::Found> RootfsView::lookup(std::string_view path) const {
    const fold::Node node = fold::nodeAt(m_layers, path);
    if (!node.exists) {
        return std::nullopt;
    }
    return node.found(path);
}

Result<RootfsView::Found> RootfsView::find(std::string_view path, bool followLast) const {
    Traveller traveller(m_layers, path);
    if (const auto done = traveller.travel(followLast, false); !done) {
        return fail(done.error());
    }
    return traveller.node().found(traveller.path());
}

Result<std::string> RootfsView::resolve(std::string_view path, bool followLast) const {
    Traveller traveller(m_layers, path);
    if (const auto done = traveller.travel(followLast, true); !done) {
        return fail(done.error());
    }
    return traveller.path();
}

std::vector<RootfsView::Found> RootfsView::list(std::string_view directory) const {
    const fold::Node node = fold::nodeAt(m_layers, directory);
    std::vector<Found> entries;
    for (const fold::Child& child : fold::childrenOf(node, directory)) {
        entries.push_back(child.node.found(fold::joined(directory, child.name)));
    }
    return entries;
}

std::optional<RootfsView::Found> RootfsView::linked(const Found& found) const {
    if (found.entry.type != EntryType::Hardlink) {
        return found;
    }
    if (found.layer < m_layers.size()) {
        const Toc& toc = *m_layers[found.layer];
        if (const auto index = toc.find(found.entry.link); index && toc.type(*index) != EntryType::Hardlink) {
            return Found{toc.entry(*index), found.layer, false};
        }
    }
    auto other = lookup(found.entry.link);
    return other && other->entry.type != EntryType::Hardlink ? other : std::nullopt;
}

void RootfsView::walk(std::string_view directory, const std::function<void(const Found&)>& visit) const {
    visitBelow(fold::nodeAt(m_layers, directory), std::string(directory), visit);
}

}  // namespace slipway::layer
