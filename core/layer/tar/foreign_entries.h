// What a foreign tar's entries come to once all of them are known.
#pragma once

#include "layer/toc.h"

#include <unordered_map>

namespace slipway::layer {

/// Takes entries in the order of the tar: whiteout names are understood, links and duplicates settled at the end.
class ForeignEntries {
public:
    /// `entry.path` and a hard link's `link` are clean; `.wh.` names are as they came.
    Result<> add(Entry entry);
    Result<std::shared_ptr<const Toc>> finish();
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    /// Gives all names of a file the owner, mode and time that the last of them in the tar has: that is how it stands
    /// on disk once the tar is unpacked, link after link.
    void shareAttributes();
    Result<> settleHardlink(std::size_t index);
    Result<> followForwardLink(std::size_t index);
    Result<> checkParents(const Toc& toc) const;
    void addOpaque(const std::string& directory, std::int64_t mtime);

    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_linkTarget;                  ///< of a hard link: index of what it named then, or npos
    std::unordered_map<std::string, std::size_t> m_latest;  ///< path → index of its newest entry
    std::vector<std::pair<std::string, std::int64_t>> m_opaque;
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

}  // namespace slipway::layer
