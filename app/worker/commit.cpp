#include "commit.h"

#include "layer/tar.h"
#include "overlay.h"
#include "rooted.h"
#include "text/say.h"
#include "text/write_all.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <memory>

namespace slipway::worker {

namespace {

using layer::Entry;
using layer::EntryType;

constexpr std::uint64_t kPiece = 1U << 20;

bool kept(std::string_view name) {
    if (name.starts_with(kOverlayPrefix)) {
        return name.starts_with(kOverlayEscape);
    }
    return name == "security.capability" || (!name.starts_with("security.") && !name.starts_with("system."));
}

Result<> writeLayer(int file, std::string_view bytes) {
    return text::writeAll(file, bytes) ? Result<>() : fail(Error::fromErrno("write the layer into the store"));
}

/// Collects the entries of an upper directory.
class Upper {
public:
    Result<std::vector<Entry>> read(int root) {
        if (auto walked = walk(root, ""); !walked) {
            return fail(walked.error());
        }
        linkNames();
        return std::move(m_entries);
    }

private:
    struct Identity {
        dev_t device;
        ino_t inode;
        auto operator<=>(const Identity&) const = default;
    };

    Result<> walk(int folder, const std::string& path);
    Result<> add(int folder, const char* name, const std::string& path);
    Result<> addXattrs(int folder, const char* name, Entry& entry) const;
    void linkNames();

    std::vector<Entry> m_entries;
    std::map<Identity, std::vector<std::size_t>> m_linked;  // entries with more than one name
};

Result<> Upper::walk(int folder, const std::string& path) {
    DIR* listing = fdopendir(fcntl(folder, F_DUPFD_CLOEXEC, 3));
    if (listing == nullptr) {
        return fail(Error::fromErrno("read the folder", "/" + path));
    }
    Result<> result;
    while (const dirent* entry = readdir(listing)) {
        if (std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        result = add(folder, entry->d_name, path.empty() ? entry->d_name : path + "/" + entry->d_name);
        if (!result) {
            break;
        }
    }
    closedir(listing);
    return result;
}

Result<> Upper::add(int folder, const char* name, const std::string& path) {
    struct stat about {};
    if (fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
        return fail(Error::fromErrno("look at", "/" + path));
    }
    Entry entry;
    entry.path = path;
    entry.mode = about.st_mode & 07777;
    entry.uid = about.st_uid;
    entry.gid = about.st_gid;
    entry.mtime = about.st_mtim.tv_sec;
    const bool whiteout = S_ISCHR(about.st_mode) && about.st_rdev == makedev(0, 0);
    if (whiteout) {
        entry = {};
        entry.path = path;
        entry.type = EntryType::Whiteout;
        m_entries.push_back(std::move(entry));
        return {};
    }
    switch (about.st_mode & S_IFMT) {
        case S_IFREG:
            entry.size = static_cast<std::uint64_t>(about.st_size);
            break;
        case S_IFDIR:
            entry.type = EntryType::Directory;
            break;
        case S_IFLNK: {
            entry.type = EntryType::Symlink;
            entry.link.resize(static_cast<std::size_t>(about.st_size) + 1);
            const ssize_t length = readlinkat(folder, name, entry.link.data(), entry.link.size());
            if (length < 0) {
                return fail(Error::fromErrno("read the link", "/" + path));
            }
            entry.link.resize(static_cast<std::size_t>(length));
            break;
        }
        case S_IFCHR:
        case S_IFBLK:
            entry.type = S_ISCHR(about.st_mode) ? EntryType::CharDevice : EntryType::BlockDevice;
            entry.deviceMajor = major(about.st_rdev);
            entry.deviceMinor = minor(about.st_rdev);
            break;
        case S_IFIFO:
            entry.type = EntryType::Fifo;
            break;
        default:
            return {};  // a socket: a tar has no such thing
    }
    if (!S_ISDIR(about.st_mode) && about.st_nlink > 1) {
        m_linked[{about.st_dev, about.st_ino}].push_back(m_entries.size());
    }
    if (!S_ISDIR(about.st_mode)) {
        m_entries.push_back(std::move(entry));
        return addXattrs(folder, name, m_entries.back());
    }
    const Descriptor below(openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!below) {
        return fail(Error::fromErrno("open the folder", "/" + path));
    }
    entry.opaque = isOpaque(below.get());
    m_entries.push_back(std::move(entry));
    if (auto added = addXattrs(folder, name, m_entries.back()); !added) {
        return added;
    }
    return walk(below.get(), path);
}

Result<> Upper::addXattrs(int folder, const char* name, Entry& entry) const {
    // There is no llistxattr relative to a folder in the kernels we run on; /proc gives the folder a path.
    const std::string path = "/proc/self/fd/" + std::to_string(folder) + "/" + name;
    std::array<char, 65536> names;
    const ssize_t length = llistxattr(path.c_str(), names.data(), names.size());
    if (length <= 0) {
        return length == 0 || errno == ENOTSUP || errno == EPERM
                   ? Result<>{}
                   : Result<>(fail(Error::fromErrno("read the attributes of", "/" + entry.path)));
    }
    for (std::string_view rest(names.data(), static_cast<std::size_t>(length)); !rest.empty();) {
        const std::string attribute(rest.substr(0, rest.find('\0')));
        rest.remove_prefix(attribute.size() + 1);
        if (!kept(attribute)) {
            continue;
        }
        std::string value(65536, '\0');
        const ssize_t size = lgetxattr(path.c_str(), attribute.c_str(), value.data(), value.size());
        if (size < 0) {
            return fail(Error::fromErrno(text::say("read the attribute {} of", attribute), "/" + entry.path));
        }
        value.resize(static_cast<std::size_t>(size));
        const bool escaped = attribute.starts_with(kOverlayEscape);
        entry.xattrs[escaped ? kOverlayPrefix + attribute.substr(std::strlen(kOverlayEscape)) : attribute] = value;
    }
    return {};
}

// The first name in byte order is the file, the others are links to it.
void Upper::linkNames() {
    for (auto& [identity, names] : m_linked) {
        std::ranges::sort(names, {}, [this](std::size_t i) { return std::string_view(m_entries[i].path); });
        for (std::size_t i = 1; i < names.size(); ++i) {
            Entry& entry = m_entries[names[i]];
            entry.type = EntryType::Hardlink;
            entry.link = m_entries[names[0]].path;
            entry.size = 0;
        }
    }
}

/// Gives the files of an upper directory in pieces through one buffer.
class Reader {
public:
    explicit Reader(int root) : m_root(root) {}

    Result<layer::ByteSource> open(const Entry& entry) {
        m_file = openBeneath(m_root, entry.path, O_RDONLY | O_NOFOLLOW);
        if (!m_file) {
            return fail(Error::fromErrno("read", "/" + entry.path));
        }
        // As large as this file needs: most are small, and memory that was never touched costs a fault a page.
        if (const auto wanted = static_cast<std::size_t>(std::clamp<std::uint64_t>(entry.size, 1, kPiece));
            wanted > m_size) {
            m_buffer = std::make_unique_for_overwrite<char[]>(wanted);
            m_size = wanted;
        }
        return [this]() -> Result<std::string_view> {
            ssize_t got = -1;
            do {
                got = ::read(m_file.get(), m_buffer.get(), m_size);
            } while (got < 0 && errno == EINTR);
            if (got < 0) {
                return fail(Error::fromErrno("read a file of the layer"));
            }
            return std::string_view(m_buffer.get(), static_cast<std::size_t>(got));
        };
    }

private:
    int m_root;
    Descriptor m_file;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_size = 0;
};

}  // namespace

Result<sandbox::Committed> commit(const Place& place, const sandbox::CommitRequest& request) {
    if (auto checked = checkName(request.upper); !checked) {
        return fail(checked.error());
    }
    return commitFolder(place.snapshots + "/" + request.upper, request.tarFd, request.tocFd);
}

Result<sandbox::Committed> commitFolder(const std::string& path, int tarFd, int tocFd) {
    const Descriptor root(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!root) {
        return fail(Error::fromErrno("read the snapshot", path));
    }
    auto entries = Upper().read(root.get());
    if (!entries) {
        return fail(entries.error());
    }
    const bool empty = entries->empty();
    Reader reader(root.get());
    const auto sink = [&](std::string_view bytes) { return writeLayer(tarFd, bytes); };
    auto packed = layer::writeLayer(
        std::move(*entries), [&](const Entry& entry) { return reader.open(entry); }, sink);
    if (!packed) {
        return fail(packed.error());
    }
    const std::string toc = packed->toc->serialize();
    if (auto written = writeLayer(tocFd, toc); !written) {
        return fail(written.error());
    }
    return sandbox::Committed{packed->diffId, layer::Digest::of(toc),     packed->tarSize,
                              toc.size(),     packed->toc->contentSize(), empty};
}

}  // namespace slipway::worker
