// A layer while COPY, ADD or WORKDIR fill it, seen over its parent. Internal to core/cache.
#pragma once

#include "cache/key_builder.h"

#include <map>
#include <unordered_map>

namespace slipway::cache {

/// Knows what is at a path (what the draft has put there, else the parent's), makes the directories that are missing,
/// repeats those of the parent that stand above an entry, and notes each look at the parent for the key.
class LayerDraft {
public:
    LayerDraft(const Root& parent, Owner madeDirectories) : m_parent(parent), m_owner(madeDirectories) {}

    enum class Kind : std::uint8_t { Missing, Directory, Other };
    [[nodiscard]] Kind kindAt(const std::string& path) const;
    /// Where a path leads; links of the parent are followed, the last one too.
    [[nodiscard]] Result<std::string> resolve(const std::string& path);
    /// Makes a directory and those above it, 0755 and with the owner; one that exists is repeated where `repeat` is
    /// set.
    Result<> makeDirectory(const std::string& path, bool repeat);
    /// Puts an entry, and the directories above it. Fails where a file would replace a directory or the other way
    /// round, unless `replace` is set (as unpacking an archive does).
    Result<> put(PlannedEntry entry, bool replace = false);
    [[nodiscard]] const std::map<std::string, PlannedEntry, std::less<>>& entries() const { return m_entries; }
    /// Adds what was looked up to a key.
    void noteLookups(KeyBuilder& key) const;
    /// The time of what the layer makes up.
    [[nodiscard]] std::int64_t madeUpTime(std::string_view path) const;
    /// The entries, sorted by path.
    [[nodiscard]] std::vector<PlannedEntry> finish() &&;

private:
    /// What the parent has at a path; a directory that is asked for many of its names is listed once.
    [[nodiscard]] Kind kindInParent(const std::string& path) const;

    const Root& m_parent;
    Owner m_owner;
    std::map<std::string, PlannedEntry, std::less<>> m_entries;
    std::map<std::string, std::string, std::less<>> m_lookups;  ///< path → what was there
    std::map<std::string, std::string, std::less<>> m_resolved;
    struct Listing {
        unsigned asked = 0;
        bool listed = false, missing = false;
        std::unordered_map<std::string, Kind> names;
    };
    mutable std::unordered_map<std::string, Listing> m_listings;  ///< by directory of the parent
};

/// A time for what a layer makes up on scratch: 1 January 1980, the first that zip archives can hold.
inline constexpr std::int64_t kMadeUpTime = 315'532'800;

}  // namespace slipway::cache
