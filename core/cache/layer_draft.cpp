#include "cache/layer_draft.h"

#include "cache/paths.h"
#include "layer/hard_links.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::cache {

using layer::Entry;
using layer::EntryType;

void LayerDraft::expect(std::size_t more) {
    if (const std::size_t wanted = m_entries.size() + more; wanted > m_entries.capacity())
        m_entries.reserve(std::max(wanted, 2 * m_entries.capacity()));
}

std::optional<std::uint32_t> LayerDraft::find(std::string_view path) const {
    // They mostly come in order.
    if (m_order.empty() || m_order.key_comp()(*m_order.rbegin(), path))
        return {};
    const auto found = m_order.find(path);
    return found != m_order.end() ? std::optional(*found) : std::nullopt;
}

void LayerDraft::add(PlannedEntry planned) {
    m_entries.push_back(std::move(planned));
    const auto index = static_cast<std::uint32_t>(m_entries.size() - 1);
    m_order.insert(m_order.end(), index);
    noteLink(index);
}

void LayerDraft::noteLink(std::uint32_t index) {
    if (const Entry& entry = m_entries[index].entry; entry.type == EntryType::Hardlink)
        m_links.emplace(entry.link, index);
}

// What takes a file's place takes only that name: the first of its other names is the file from now on.
void LayerDraft::keepForLinks(const PlannedEntry& file) {
    const std::string name = file.entry.path;
    std::string heir;
    const auto [begin, end] = m_links.equal_range(name);
    for (auto at = begin; at != end; ++at) {
        PlannedEntry& link = m_entries[at->second];
        if (link.entry.type != EntryType::Hardlink || link.entry.link != name)
            continue;  // something else stands there by now
        if (heir.empty()) {
            heir = link.entry.path;
            link = file;
            link.entry.path = heir;
        } else {
            link.entry.link = heir;
            m_links.emplace(heir, at->second);
        }
    }
    m_links.erase(name);
}

// Unpacked over what is there, a link dresses its file, and with it every other name of it.
void LayerDraft::dressAlike(Entry& link) {
    const auto target = find(link.link);
    if (!target || layer::haveSameAttributes(m_entries[*target].entry, link))
        return;
    Entry& file = m_entries[*target].entry;
    layer::takeAttributes(file, link);
    layer::shareAttributes(file, link);
    const auto [begin, end] = m_links.equal_range(link.link);
    for (auto at = begin; at != end; ++at)
        if (Entry& other = m_entries[at->second].entry; other.type == EntryType::Hardlink && other.link == link.link)
            layer::shareAttributes(file, other);
}

LayerDraft::Kind LayerDraft::kindAt(const std::string& path) const {
    if (path.empty())
        return Kind::Directory;
    if (const auto mine = find(path))
        return m_entries[*mine].entry.type == EntryType::Directory ? Kind::Directory : Kind::Other;
    return kindInParent(path);
}

LayerDraft::Kind LayerDraft::kindInParent(const std::string& path) const {
    constexpr unsigned kWorthListing = 8;
    const auto kindOf = [](const Entry& entry) {
        return entry.type == EntryType::Directory ? Kind::Directory : Kind::Other;
    };
    const std::string_view directory = parentPath(path);
    Listing& now = listing(directory);
    ++now.asked;
    if (now.missing)
        return Kind::Missing;
    if (!now.listed && now.asked > kWorthListing) {
        for (const auto& child : m_parent.view.list(directory))
            now.names.emplace(baseName(child.entry.path), kindOf(child.entry));
        now.listed = true;
    }
    if (now.listed) {
        const auto known = now.names.find(std::string(baseName(path)));
        return known == now.names.end() ? Kind::Missing : known->second;
    }
    const auto found = m_parent.view.lookup(path);
    return found ? kindOf(found->entry) : Kind::Missing;
}

LayerDraft::Listing& LayerDraft::listing(std::string_view directory) const {
    if (m_lastListing == nullptr || m_lastListing->first != directory) {
        const auto [at, isNew] = m_listings.try_emplace(std::string(directory));
        Listings::value_type* const found = &*at;
        if (isNew && !directory.empty())
            found->second.missing = kindInParent(found->first) != Kind::Directory;
        m_lastListing = found;
    }
    return m_lastListing->second;
}

Result<std::string> LayerDraft::resolve(const std::string& path) {
    const auto known = m_resolved.find(path);
    if (known != m_resolved.end())
        return known->second;
    auto real = m_parent.view.resolve(path);
    if (!real)
        return std::unexpected(real.error());
    m_resolved.emplace(path, *real);
    return real;
}

std::optional<layer::RootfsView::Found> LayerDraft::fileInParent(const std::string& path) {
    auto found = m_parent.view.lookup(path);
    if (found)
        found = m_parent.view.linked(*found);
    if (!found || found->entry.type != EntryType::File) {
        m_lookups.insert_or_assign(path, "no file");
        return {};
    }
    m_lookups.insert_or_assign(path, describeEntry(found->entry));
    return found;
}

std::int64_t LayerDraft::madeUpTime(std::string_view path) const {
    for (std::string_view at = parentPath(path);; at = parentPath(at)) {
        if (const auto found = m_parent.view.lookup(at); found && !found->implied && found->entry.mtime > 0)
            return found->entry.mtime;
        if (at.empty())
            return kMadeUpTime;
    }
}

Result<> LayerDraft::makeDirectory(const std::string& path, bool repeat, Owner owner) {
    if (path.empty() || contains(path)) {
        if (kindAt(path) == Kind::Directory)
            return {};
        return fail(ErrorCode::Invalid, text::say("/{} is no directory.", path));
    }
    const std::string above(parentPath(path));
    const auto found = m_parent.view.lookup(path);
    if (found && found->entry.type != EntryType::Directory)
        return fail(ErrorCode::Invalid, text::say("/{} is no directory.", path));
    if (found && !repeat) {
        m_lookups.try_emplace(path, "directory");
        return {};
    }
    if (auto made = makeDirectory(above, true, owner); !made)
        return made;
    Entry entry{.path = path, .type = EntryType::Directory, .mode = 0755, .uid = owner.uid, .gid = owner.gid};
    if (found) {
        entry = found->entry;
        entry.path = path;
        entry.opaque = false;
        m_lookups.insert_or_assign(path, describeEntry(entry));
    } else {
        m_lookups.insert_or_assign(path, "missing");
    }
    if (!found || found->implied)
        entry.mtime = madeUpTime(path);
    add({.entry = std::move(entry)});
    return {};
}

Result<> LayerDraft::put(PlannedEntry planned, bool replace, Owner ofDirectories) {
    const std::string& path = planned.entry.path;
    const Kind there = kindAt(path);
    const bool directory = planned.entry.type == EntryType::Directory;
    if (there == Kind::Directory && !directory && !replace)
        return fail(ErrorCode::Invalid,
                    text::say("/{} is a directory in the image, and a file can't take its place.", path));
    if (there == Kind::Other && directory && !replace)
        return fail(ErrorCode::Invalid,
                    text::say("/{} is no directory in the image, and a directory can't take its place.", path));
    if (const std::string_view above = parentPath(path); above != m_lastAbove) {
        if (auto made = makeDirectory(std::string(above), true, ofDirectories); !made)
            return made;
        m_lastAbove = above;
    }
    const auto mine = find(path);
    if (mine)
        keepForLinks(m_entries[*mine]);
    // A link leads to a file, never to a further link.
    if (const auto target = planned.entry.type == EntryType::Hardlink ? find(planned.entry.link) : std::nullopt)
        if (const Entry& file = m_entries[*target].entry; file.type == EntryType::Hardlink)
            planned.entry.link = file.link;
    if (replace && planned.entry.type == EntryType::Hardlink)
        dressAlike(planned.entry);
    if (mine) {
        m_entries[*mine] = std::move(planned);
        noteLink(*mine);
        m_lastAbove.clear();  // it may have stood there
    } else {
        add(std::move(planned));
    }
    return {};
}

void LayerDraft::noteLookups(KeyBuilder& key) const {
    for (const auto& [path, real] : m_resolved)
        key.input(kInputLookup, "path /" + cleanPath(path), "/" + real);
    for (const auto& [path, what] : m_lookups)
        key.input(kInputLookup, "/" + path, what);
}

std::vector<PlannedEntry> LayerDraft::finish() && {
    if (std::ranges::is_sorted(m_order))
        return std::move(m_entries);
    std::vector<PlannedEntry> out;
    out.reserve(m_entries.size());
    for (const std::uint32_t index : m_order)
        out.push_back(std::move(m_entries[index]));
    return out;
}

}  // namespace slipway::cache
