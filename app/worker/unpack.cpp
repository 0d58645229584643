#include "unpack.h"

#include "layer/toc.h"
#include "overlay.h"
#include "rooted.h"
#include "text/read_file.h"
#include "text/say.h"
#include "text/write_all.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace slipway::worker {

namespace {

using layer::Entry;
using layer::EntryType;

constexpr std::size_t kPiece = 1U << 20;

std::array<timespec, 2> timesOf(std::int64_t seconds) { return {timespec{seconds, 0}, timespec{seconds, 0}}; }

// A RUN's own user.overlay.* would mean something to overlay: it goes back in the escaped form it came in.
std::string storedName(const std::string& name) {
    return name.starts_with(kOverlayPrefix) ? kOverlayEscape + name.substr(std::strlen(kOverlayPrefix)) : name;
}

std::pair<std::string, std::string> split(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::pair(std::string(), path)
                                      : std::pair(path.substr(0, slash), path.substr(slash + 1));
}

class Unpacker {
public:
    Unpacker(const Place& place, const sandbox::UnpackRequest& request, const layer::Toc& toc)
        : m_place(place), m_request(request), m_toc(toc) {}

    Result<> into(int root, int tar);

private:
    Result<> make(const Entry& entry);
    Result<> makeFolder(int parent, const std::string& name, const Entry& entry);
    Result<> makeFile(int parent, const std::string& name, const Entry& entry);
    Result<> makeLink(int parent, const std::string& name, const Entry& entry);
    Result<> makeNode(int parent, const std::string& name, const Entry& entry);
    Result<> copyContent(int file, const Entry& entry);
    Result<int> folder(const std::string& path);
    Result<> implied(const std::string& path);
    [[nodiscard]] Entry fromBelow(const std::string& path) const;
    Result<> setXattrs(int file, const Entry& entry) const;
    Result<> finishFolders();
    static std::unexpected<Error> failed(std::string_view what, const Entry& entry) {
        return fail(Error::fromErrno(std::string(what), entry.path.empty() ? "/" : entry.path));
    }

    const Place& m_place;
    const sandbox::UnpackRequest& m_request;
    const layer::Toc& m_toc;
    int m_root = -1, m_tar = -1;
    std::vector<Entry> m_folders;  // in the order they were made: parents first
    std::string m_openPath = "/";  // the folder last opened; entries come sorted, so it is mostly the right one
    Descriptor m_open;
    std::string m_buffer;
};

Result<> Unpacker::into(int root, int tar) {
    m_root = root;
    m_tar = tar;
    Entry rootEntry = fromBelow("");
    if (const auto index = m_toc.find("")) {
        rootEntry = m_toc.entry(*index);
    }
    m_folders.push_back(rootEntry);
    if (fchown(root, rootEntry.uid, rootEntry.gid) != 0 || fchmod(root, rootEntry.mode & 07777) != 0) {
        return failed(text::worded("set owner and mode of"), rootEntry);
    }
    std::vector<Entry> links;
    for (std::size_t i = 0; i < m_toc.size(); ++i) {
        Entry entry = m_toc.entry(i);
        if (entry.path.empty()) {
            continue;
        }
        if (entry.type == EntryType::Hardlink) {
            links.push_back(std::move(entry));  // its other name may come later
            continue;
        }
        if (auto made = make(entry); !made) {
            return made;
        }
    }
    for (const Entry& link : links) {
        if (auto made = make(link); !made) {
            return made;
        }
    }
    return finishFolders();
}

Result<> Unpacker::make(const Entry& entry) {
    const auto [parentPath, name] = split(entry.path);
    if (name.empty() || name == "." || name == "..") {
        return fail(ErrorCode::Invalid, text::say("the layer has an entry that is no path: \"{}\"", entry.path));
    }
    auto parent = folder(parentPath);
    if (!parent) {
        return fail(parent.error());
    }
    switch (entry.type) {
        case EntryType::Directory:
            return makeFolder(*parent, name, entry);
        case EntryType::File:
            return makeFile(*parent, name, entry);
        case EntryType::Symlink:
        case EntryType::Hardlink:
            return makeLink(*parent, name, entry);
        case EntryType::Whiteout:
            if (mknodat(*parent, name.c_str(), S_IFCHR, makedev(0, 0)) != 0) {
                return failed(text::worded("make the whiteout"), entry);
            }
            return {};
        case EntryType::CharDevice:
        case EntryType::BlockDevice:
        case EntryType::Fifo:
            return makeNode(*parent, name, entry);
    }
    return {};
}

Result<> Unpacker::makeFolder(int parent, const std::string& name, const Entry& entry) {
    if (mkdirat(parent, name.c_str(), 0700) != 0) {
        return failed(text::worded("make the folder"), entry);
    }
    const Descriptor made(openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!made || fchown(made.get(), entry.uid, entry.gid) != 0 || fchmod(made.get(), entry.mode & 07777) != 0) {
        return failed(text::worded("set owner and mode of"), entry);
    }
    if (entry.opaque && fsetxattr(made.get(), kOpaque, "y", 1, 0) != 0) {
        return failed(text::worded("mark as opaque"), entry);
    }
    m_folders.push_back(entry);
    return setXattrs(made.get(), entry);
}

Result<> Unpacker::makeFile(int parent, const std::string& name, const Entry& entry) {
    const Descriptor file(openat(parent, name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) {
        return failed(text::worded("make the file"), entry);
    }
    if (auto copied = copyContent(file.get(), entry); !copied) {
        return copied;
    }
    if (fchown(file.get(), entry.uid, entry.gid) != 0 || fchmod(file.get(), entry.mode & 07777) != 0) {
        return failed(text::worded("set owner and mode of"), entry);
    }
    if (auto set = setXattrs(file.get(), entry); !set) {
        return set;
    }
    return futimens(file.get(), timesOf(entry.mtime).data()) == 0
               ? Result<>{}
               : Result<>(failed(text::worded("set the times of"), entry));
}

Result<> Unpacker::copyContent(int file, const Entry& entry) {
    auto offset = static_cast<off_t>(entry.offset);
    for (std::uint64_t left = entry.size; left > 0;) {
        const std::size_t wanted = left < kPiece ? static_cast<std::size_t>(left) : kPiece;
        m_buffer.resize(kPiece);
        const ssize_t got = pread(m_tar, m_buffer.data(), wanted, offset);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return fail(ErrorCode::Corrupt, text::say("the layer's tar ends before the content of {}", entry.path),
                        m_request.tar);
        }
        if (!text::writeAll(file, {m_buffer.data(), static_cast<std::size_t>(got)})) {
            return failed(text::worded("write"), entry);
        }
        offset += got;
        left -= static_cast<std::uint64_t>(got);
    }
    return {};
}

Result<> Unpacker::makeLink(int parent, const std::string& name, const Entry& entry) {
    if (entry.type == EntryType::Symlink) {
        if (symlinkat(entry.link.c_str(), parent, name.c_str()) != 0 ||
            fchownat(parent, name.c_str(), entry.uid, entry.gid, AT_SYMLINK_NOFOLLOW) != 0) {
            return failed(text::worded("make the link"), entry);
        }
        utimensat(parent, name.c_str(), timesOf(entry.mtime).data(), AT_SYMLINK_NOFOLLOW);
        return {};
    }
    const auto [targetParent, targetName] = split(entry.link);
    const Descriptor target =
        targetName.empty() || targetName == ".." || targetName == "."
            ? Descriptor{}
            : openBeneath(m_root, targetParent.empty() ? "." : targetParent, O_PATH | O_DIRECTORY);
    if (!target) {
        return fail(ErrorCode::Invalid,
                    text::say("the layer links {} to {}, which is not in it", entry.path, entry.link));
    }
    if (linkat(target.get(), targetName.c_str(), parent, name.c_str(), 0) != 0) {
        // The target may be a device that this user can't make.
        return errno == ENOENT && geteuid() == 0 ? Result<>{} : Result<>(failed(text::worded("make the link"), entry));
    }
    return {};
}

Result<> Unpacker::makeNode(int parent, const std::string& name, const Entry& entry) {
    const mode_t type = entry.type == EntryType::Fifo         ? S_IFIFO
                        : entry.type == EntryType::CharDevice ? S_IFCHR
                                                              : S_IFBLK;
    if (type == S_IFCHR && entry.deviceMajor == 0 && entry.deviceMinor == 0) {
        return {};  // to overlay that would be a whiteout
    }
    if (mknodat(parent, name.c_str(), type | 0600, makedev(entry.deviceMajor, entry.deviceMinor)) != 0) {
        return errno == EPERM && type != S_IFIFO ? Result<>{} : Result<>(failed(text::worded("make"), entry));
    }
    if (fchownat(parent, name.c_str(), entry.uid, entry.gid, AT_SYMLINK_NOFOLLOW) != 0 ||
        fchmodat(parent, name.c_str(), entry.mode & 07777, 0) != 0) {
        return failed(text::worded("set owner and mode of"), entry);
    }
    utimensat(parent, name.c_str(), timesOf(entry.mtime).data(), AT_SYMLINK_NOFOLLOW);
    return {};
}

Result<int> Unpacker::folder(const std::string& path) {
    if (path.empty()) {
        return m_root;
    }
    if (path == m_openPath) {
        return m_open.get();
    }
    Descriptor opened = openBeneath(m_root, path, O_RDONLY | O_DIRECTORY);
    if (!opened && errno == ENOENT) {
        if (auto made = implied(path); !made) {
            return fail(made.error());
        }
        opened = openBeneath(m_root, path, O_RDONLY | O_DIRECTORY);
    }
    if (!opened) {
        return fail(ErrorCode::Invalid, text::say("the layer has entries in {}, which is not a folder in it", path));
    }
    m_openPath = path;
    m_open = std::move(opened);
    return m_open.get();
}

// A directory that is in the layer only by the names of what is in it looks as the one below does.
Result<> Unpacker::implied(const std::string& path) {
    const auto [parentPath, name] = split(path);
    auto parent = folder(parentPath);
    if (!parent) {
        return fail(parent.error());
    }
    return makeFolder(*parent, name, fromBelow(path));
}

Entry Unpacker::fromBelow(const std::string& path) const {
    Entry entry;
    entry.path = path;
    entry.type = EntryType::Directory;
    entry.mode = 0755;
    for (auto name = m_request.below.rbegin(); name != m_request.below.rend(); ++name) {
        const Descriptor root(open((m_place.snapshots + "/" + *name).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        // From the top of the path down, because a whiteout or an opaque directory on the way hides what is below.
        bool hidden = false;
        for (std::size_t end = 0; end != std::string::npos && end <= path.size();) {
            end = path.find('/', end + (end == 0 ? 0 : 1));
            const std::string at = path.empty() ? "." : path.substr(0, end);
            const Descriptor found = openBeneath(root.get(), at, O_RDONLY | O_DIRECTORY);
            if (!found) {
                hidden = hidden || errno != ENOENT;
                break;
            }
            struct stat about {};
            if (at.size() >= path.size() && fstat(found.get(), &about) == 0) {
                entry.mode = about.st_mode & 07777;
                entry.uid = about.st_uid;
                entry.gid = about.st_gid;
                entry.mtime = about.st_mtim.tv_sec;
                return entry;
            }
            hidden = hidden || isOpaque(found.get());
        }
        if (hidden) {
            break;
        }
    }
    return entry;
}

Result<> Unpacker::setXattrs(int file, const Entry& entry) const {
    for (const auto& [name, value] : entry.xattrs) {
        if (fsetxattr(file, storedName(name).c_str(), value.data(), value.size(), 0) == 0) {
            continue;
        }
        // Some only root may set, some a file system does not know: the table keeps them.
        if (errno != EPERM && errno != ENOTSUP && errno != EINVAL) {
            return failed(text::say("set the attribute {} of", name), entry);
        }
    }
    return {};
}

Result<> Unpacker::finishFolders() {
    for (auto entry = m_folders.rbegin(); entry != m_folders.rend(); ++entry) {
        const Descriptor made = openBeneath(m_root, entry->path.empty() ? "." : entry->path, O_RDONLY | O_DIRECTORY);
        if (!made || futimens(made.get(), timesOf(entry->mtime).data()) != 0) {
            return failed(text::worded("set the times of"), *entry);
        }
    }
    return {};
}

}  // namespace

Result<> unpack(const Place& place, const sandbox::UnpackRequest& request) {
    for (const std::string& name : request.below) {
        if (auto checked = checkName(name); !checked) {
            return checked;
        }
    }
    auto bytes = text::readFile(request.tocBlob);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto toc = layer::Toc::parse(*bytes);
    if (!toc) {
        return fail(toc.error());
    }
    const Descriptor tar(open(request.tar.c_str(), O_RDONLY | O_CLOEXEC));
    if (!tar) {
        return fail(Error::fromErrno("read", request.tar));
    }
    auto part = Part::make(place, request.snapshot);
    if (!part) {
        return fail(part.error());
    }
    auto done = Unpacker(place, request, **toc).into(part->descriptor(), tar.get());
    if (done) {
        done = part->finish(place, {});
    }
    if (!done) {
        part->discard();
    }
    return done;
}

}  // namespace slipway::worker
