#include "layer/tar/foreign_entries.h"

#include "layer/hard_links.h"
#include "layer/names.h"
#include "text/say.h"

namespace slipway::layer {

Result<> ForeignEntries::add(Entry entry) {
    const std::string_view name = baseOf(entry.path);
    if (name.starts_with(kWhiteoutPrefix)) {
        const std::string parent(parentOf(entry.path));
        if (name == kOpaqueName) {
            m_opaque.emplace_back(parent, entry.mtime);
            return {};
        }
        if (name.starts_with(".wh..wh.")) {
            return {};  // AUFS kept its own files under such names
        }
        const std::string hidden(name.substr(kWhiteoutPrefix.size()));
        if (hidden.empty() || hidden == "." || hidden == "..") {
            return fail(ErrorCode::Invalid, text::say("\"{}\" is a whiteout of no file", entry.path));
        }
        Entry whiteout;
        whiteout.path = parent.empty() ? hidden : parent + "/" + hidden;
        whiteout.type = EntryType::Whiteout;
        m_entries.push_back(std::move(whiteout));
        m_linkTarget.push_back(npos);
        return {};
    }
    std::size_t target = npos;
    if (entry.type == EntryType::Hardlink) {
        if (entry.link == entry.path) {
            return {};  // "the same file as itself" says nothing new
        }
        if (const auto known = m_latest.find(entry.link); known != m_latest.end()) {
            target = known->second;
        }
    }
    m_latest.insert_or_assign(entry.path, m_entries.size());
    m_entries.push_back(std::move(entry));
    m_linkTarget.push_back(target);
    return {};
}

void ForeignEntries::shareAttributes() {
    // The entry that stands for each link's file: the file's own, or the first link to a name that isn't in the tar.
    std::vector<std::size_t> fileOf(m_entries.size(), npos);
    std::unordered_map<std::string_view, std::size_t> outside;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& link = m_entries[i];
        if (link.type != EntryType::Hardlink) {
            continue;
        }
        const std::size_t target = m_linkTarget[i];
        if (target == npos) {
            fileOf[i] = outside.try_emplace(link.link, i).first->second;
        } else {
            fileOf[i] = m_entries[target].type == EntryType::Hardlink ? fileOf[target] : target;
        }
        takeAttributes(m_entries[fileOf[i]], link);
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (fileOf[i] != npos && fileOf[i] != i) {
            layer::shareAttributes(m_entries[fileOf[i]], m_entries[i]);
        }
    }
}

Result<> ForeignEntries::settleHardlink(std::size_t index) {
    // Targets are older entries, and older links are settled already, so one step leads to a file.
    Entry& link = m_entries[index];
    const std::size_t target = m_linkTarget[index];
    if (target == npos) {
        return {};  // of a lower layer, if of any
    }
    const Entry& file = m_entries[target];
    if (file.type == EntryType::Directory) {
        return fail(ErrorCode::Invalid,
                    text::say("\"{}\" is a hard link to the directory \"{}\"", link.path, link.link));
    }
    if (file.type == EntryType::Hardlink) {
        link.link = file.link;
        m_linkTarget[index] = m_linkTarget[target];
        return settleHardlink(index);
    }
    if (m_latest.at(file.path) != target) {
        // The name was given to another file afterwards; this one keeps the content under its own name.
        std::string path = std::move(link.path);
        link = file;
        link.path = std::move(path);
    }
    return {};
}

Result<> ForeignEntries::followForwardLink(std::size_t index) {
    // A link to a name that comes later in the tar, or in a lower layer: one step to its end, and no circles.
    Entry& link = m_entries[index];
    for (std::size_t steps = 0;; ++steps) {
        const auto known = m_latest.find(link.link);
        if (known == m_latest.end()) {
            return {};
        }
        const Entry& target = m_entries[known->second];
        if (target.type == EntryType::Directory || known->second == index || steps > 255) {
            return fail(ErrorCode::Invalid,
                        text::say("\"{}\" is a hard link to \"{}\", which is no file", link.path, link.link));
        }
        if (target.type != EntryType::Hardlink) {
            return {};
        }
        link.link = target.link;
    }
}

void ForeignEntries::addOpaque(const std::string& directory, std::int64_t mtime) {
    if (const auto known = m_latest.find(directory); known != m_latest.end()) {
        m_entries[known->second].opaque = m_entries[known->second].type == EntryType::Directory;
        return;
    }
    Entry made;
    made.path = directory;
    made.type = EntryType::Directory;
    made.mode = 0755;
    made.mtime = mtime;
    made.opaque = true;
    m_latest.emplace(directory, m_entries.size());
    m_entries.push_back(std::move(made));
    m_linkTarget.push_back(npos);
}

Result<> ForeignEntries::checkParents(const Toc& toc) const {
    // Byte order puts a parent somewhere before its children, and siblings share it: remembering the last good one
    // makes this one comparison for nearly all entries.
    std::string_view good;
    for (std::size_t i = 0; i < toc.size(); ++i) {
        const std::string_view parent = parentOf(toc.path(i));
        if (parent == good) {
            continue;
        }
        for (std::string_view above = parent; !above.empty(); above = parentOf(above)) {
            const auto index = toc.find(above);
            if (index && toc.type(*index) != EntryType::Directory && toc.type(*index) != EntryType::Whiteout) {
                return fail(ErrorCode::Invalid,
                            text::say("\"{}\" lies below \"{}\", which is no directory", toc.path(i), above));
            }
        }
        good = parent;
    }
    return {};
}

Result<std::shared_ptr<const Toc>> ForeignEntries::finish() {
    shareAttributes();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].type == EntryType::Hardlink) {
            if (const auto settled = settleHardlink(i); !settled) {
                return fail(settled.error());
            }
        }
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].type == EntryType::Hardlink && m_linkTarget[i] == npos) {
            if (const auto followed = followForwardLink(i); !followed) {
                return fail(followed.error());
            }
        }
    }
    for (const auto& [directory, mtime] : m_opaque) {
        addOpaque(directory, mtime);
    }
    TocBuilder builder;
    for (Entry& entry : m_entries) {
        builder.add(std::move(entry));
    }
    auto toc = builder.build();
    if (const auto checked = checkParents(*toc); !checked) {
        return fail(checked.error());
    }
    return toc;
}

}  // namespace slipway::layer
