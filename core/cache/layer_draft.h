// A layer while COPY, ADD or WORKDIR fill it, seen over its parent. Internal to core/cache.
#pragma once

#include "cache/key_builder.h"

#include <map>
#include <set>
#include <unordered_map>

namespace slipway::cache {

/// Knows what is at a path (what the draft has put there, else the parent's), makes the directories that are missing,
/// repeats those of the parent that stand above an entry, and notes each look at the parent for the key.
class LayerDraft {
public:
    LayerDraft(const Root& parent, Owner madeDirectories) : m_parent(parent), m_owner(madeDirectories) {}
    LayerDraft(const LayerDraft&) = delete;  // its order looks at its entries
    LayerDraft& operator=(const LayerDraft&) = delete;

    enum class Kind : std::uint8_t { Missing, Directory, Other };
    [[nodiscard]] Kind kindAt(const std::string& path) const;
    /// Where a path leads; links of the parent are followed, the last one too.
    [[nodiscard]] Result<std::string> resolve(const std::string& path);
    /// Makes a directory and those above it, 0755 and with the owner; one that exists is repeated where `repeat` is
    /// set.
    Result<> makeDirectory(const std::string& path, bool repeat) { return makeDirectory(path, repeat, m_owner); }
    /// Puts an entry, and the directories above it. Fails where a file would replace a directory or the other way
    /// round.
    Result<> put(PlannedEntry entry) { return put(std::move(entry), false, m_owner); }
    /// The same as unpacking an archive does it: it replaces what is there, and root owns the directories above it.
    Result<> unpack(PlannedEntry entry) { return put(std::move(entry), true, Owner{}); }
    /// The file that the parent has at a path, whichever of its names that is; noted as a look-up.
    [[nodiscard]] std::optional<layer::RootfsView::Found> fileInParent(const std::string& path);
    /// Makes room for as many entries more.
    void expect(std::size_t more);
    [[nodiscard]] bool contains(std::string_view path) const { return m_order.contains(path); }
    /// Every entry, sorted by path.
    template <class Visit>
    void forEach(const Visit& visit) const {
        for (const std::uint32_t index : m_order)
            visit(m_entries[index]);
    }
    /// Adds what was looked up to a key.
    void noteLookups(KeyBuilder& key) const;
    /// The time of what the layer makes up.
    [[nodiscard]] std::int64_t madeUpTime(std::string_view path) const;
    /// The entries, sorted by path.
    [[nodiscard]] std::vector<PlannedEntry> finish() &&;

private:
    /// Compares numbers of entries by their paths.
    struct ByPath {
        using is_transparent = void;
        const std::vector<PlannedEntry>* entries;
        [[nodiscard]] std::string_view pathOf(std::uint32_t index) const { return (*entries)[index].entry.path; }
        bool operator()(std::uint32_t a, std::uint32_t b) const { return pathOf(a) < pathOf(b); }
        bool operator()(std::uint32_t a, std::string_view b) const { return pathOf(a) < b; }
        bool operator()(std::string_view a, std::uint32_t b) const { return a < pathOf(b); }
    };

    struct Listing {
        unsigned asked = 0;
        bool listed = false, missing = false;
        std::unordered_map<std::string, Kind> names;
    };
    using Listings = std::unordered_map<std::string, Listing>;  ///< by directory of the parent

    Result<> makeDirectory(const std::string& path, bool repeat, Owner owner);
    Result<> put(PlannedEntry planned, bool replace, Owner ofDirectories);
    void add(PlannedEntry planned);
    void noteLink(std::uint32_t index);
    void keepForLinks(const PlannedEntry& file);
    void dressAlike(layer::Entry& link);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view path) const;
    /// What the parent has at a path; a directory that is asked for many of its names is listed once.
    [[nodiscard]] Kind kindInParent(const std::string& path) const;
    [[nodiscard]] Listing& listing(std::string_view directory) const;

    const Root& m_parent;
    Owner m_owner;
    std::vector<PlannedEntry> m_entries;  ///< as they came
    std::set<std::uint32_t, ByPath> m_order{ByPath{&m_entries}};
    std::multimap<std::string, std::uint32_t> m_links;  ///< path of a file → entries that are hard links to it
    std::map<std::string, std::string, std::less<>> m_lookups;  ///< path → what was there
    std::map<std::string, std::string, std::less<>> m_resolved;
    mutable Listings m_listings;
    // What was asked for last: entries of a directory come one after the other.
    mutable Listings::value_type* m_lastListing = nullptr;
    std::string m_lastAbove;
};

/// A time for what a layer makes up on scratch: 1 January 1980, the first that zip archives can hold.
inline constexpr std::int64_t kMadeUpTime = 315'532'800;

}  // namespace slipway::cache
