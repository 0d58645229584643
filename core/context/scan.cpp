#include "context/scan.h"

#include "text/say.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace slipway::context {

using layer::EntryType;

namespace {

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

bool counts(std::string_view name) {
    if (name.starts_with("user.overlay.") || name.starts_with("trusted.overlay.") || name.starts_with("system.")) {
        return false;
    }
    return !name.starts_with("security.") || name == "security.capability";
}

bool understand(const struct stat& status, Item& item) {
    switch (status.st_mode & S_IFMT) {
        case S_IFDIR:
            item.type = EntryType::Directory;
            break;
        case S_IFREG:
            item.type = EntryType::File;
            break;
        case S_IFLNK:
            item.type = EntryType::Symlink;
            break;
        case S_IFCHR:
            item.type = EntryType::CharDevice;
            break;
        case S_IFBLK:
            item.type = EntryType::BlockDevice;
            break;
        case S_IFIFO:
            item.type = EntryType::Fifo;
            break;
        case S_IFSOCK:
            item.type = EntryType::File;
            break;
        default:
            return false;
    }
    item.linked = S_ISREG(status.st_mode) && status.st_nlink > 1;
    item.mode = status.st_mode & 07777;
    if (item.type == EntryType::CharDevice || item.type == EntryType::BlockDevice) {
        item.deviceMajor = major(status.st_rdev);
        item.deviceMinor = minor(status.st_rdev);
    }
    item.stamp = stampOf(status);
    if (S_ISSOCK(status.st_mode)) {
        item.stamp.size = 0;
        item.stamp.digest = layer::Digest::of("");
    }
    return true;
}

/// Names with the kind that the directory says they are; else the number of the error.
std::expected<std::vector<std::pair<std::string, unsigned char>>, int> namesIn(DIR* stream) {
    std::vector<std::pair<std::string, unsigned char>> names;
    while (true) {
        errno = 0;
        const dirent* found = readdir(stream);
        if (found == nullptr) {
            return errno != 0
                       ? std::expected<std::vector<std::pair<std::string, unsigned char>>, int>(std::unexpect, errno)
                       : std::move(names);
        }
        const std::string_view name(found->d_name);
        if (name != "." && name != "..") {
            names.emplace_back(name, found->d_type);
        }
    }
}

struct OpenDirectory {
    DIR* stream;
    ~OpenDirectory() { closedir(stream); }
};

}  // namespace

FileStamp stampOf(const struct stat& status) {
    FileStamp stamp;
    stamp.size = static_cast<std::uint64_t>(status.st_size);
    stamp.inode = status.st_ino;
    stamp.device = status.st_dev;
    stamp.mtimeNs = nanoseconds(status.st_mtim);
    stamp.ctimeNs = nanoseconds(status.st_ctim);
    return stamp;
}

std::string below(std::string_view directory, std::string_view name) {
    std::string path;
    path.reserve(directory.size() + 1 + name.size());
    path = directory;
    if (!path.empty() && !name.empty()) {
        path += '/';
    }
    return path.append(name);
}

std::shared_ptr<const layer::Xattrs> readXattrs(const std::string& path) {
    char names[4096];
    ssize_t length = llistxattr(path.c_str(), names, sizeof names);
    std::string large;
    if (length < 0 && errno == ERANGE) {
        large.resize(65536);  // the kernel's own limit
        length = llistxattr(path.c_str(), large.data(), large.size());
    }
    if (length <= 0) {
        return nullptr;
    }
    std::shared_ptr<layer::Xattrs> xattrs;
    std::string_view rest(large.empty() ? names : large.data(), static_cast<std::size_t>(length));
    while (!rest.empty()) {
        const std::string name(rest.substr(0, rest.find('\0')));
        rest.remove_prefix(std::min(rest.size(), name.size() + 1));
        if (!counts(name)) {
            continue;
        }
        std::string value(65536, '\0');
        const ssize_t size = lgetxattr(path.c_str(), name.c_str(), value.data(), value.size());
        if (size >= 0) {
            value.resize(static_cast<std::size_t>(size));
            if (!xattrs) {
                xattrs = std::make_shared<layer::Xattrs>();
            }
            xattrs->insert_or_assign(name, std::move(value));
        }
    }
    return xattrs;
}

layer::Entry Item::entry(std::string path) const {
    layer::Entry entry;
    entry.path = std::move(path);
    entry.type = type;
    entry.mode = mode;
    entry.mtime = stamp.mtimeNs >= 0 ? stamp.mtimeNs / 1'000'000'000 : (stamp.mtimeNs - 999'999'999) / 1'000'000'000;
    entry.link = link;
    entry.deviceMajor = deviceMajor;
    entry.deviceMinor = deviceMinor;
    if (xattrs) {
        entry.xattrs = *xattrs;
    }
    if (type == EntryType::File) {
        entry.size = stamp.size;
        entry.digest = stamp.digest;
    }
    return entry;
}

const Item* Directory::find(std::string_view name) const {
    const auto found =
        std::ranges::lower_bound(items, name, {}, [](const Item& item) -> std::string_view { return item.name; });
    return found != items.end() && found->name == name ? &*found : nullptr;
}

Result<int> Scan::open(const std::string& path, int flags) const {
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC | O_NOFOLLOW);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const char* name = path.empty() ? "." : path.c_str();
    const long descriptor = syscall(SYS_openat2, m_root, name, &how, sizeof how);
    if (descriptor < 0) {
        return fail(Error::fromErrno("open", m_options.root + "/" + path));
    }
    return static_cast<int>(descriptor);
}

bool Scan::isSocket(const std::string& path) const {
    const auto descriptor = open(path, O_PATH);
    if (!descriptor) {
        return false;
    }
    struct stat status {};
    const bool is = fstat(*descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
    close(*descriptor);
    return is;
}

bool Scan::leftOut(const Directory& directory, const std::string& path, unsigned char kind, Item& item) const {
    item.verdict = m_options.ignore.below(directory.verdict, path);
    if (!item.verdict.ignored) {
        return false;
    }
    return kind != DT_DIR || !m_options.ignore.mayContainExceptions(path, item.verdict);
}

void Scan::overlay(const std::string& path, Item& item) const {
    if (m_options.overlay.empty()) {
        return;
    }
    const auto document = m_options.overlay.find(path);
    if (document == m_options.overlay.end() || item.type != EntryType::File) {
        return;
    }
    item.stamp.size = document->second.size();
    item.stamp.digest = layer::Digest::of(document->second);
    item.linked = false;  // saving puts a new file in its place
}

Result<bool> Scan::fill(int descriptor, const Directory& directory, const std::string& path, unsigned char kind,
                        Item& item) const {
    if (kind != DT_UNKNOWN && leftOut(directory, path, kind, item)) {
        return false;
    }
    struct stat status {};
    if (fstatat(descriptor, item.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT) {
            return false;  // gone since it was listed
        }
        return fail(Error::fromErrno("look at", m_options.root + "/" + path));
    }
    if (!understand(status, item) ||
        (kind == DT_UNKNOWN && leftOut(directory, path, S_ISDIR(status.st_mode) ? DT_DIR : DT_REG, item))) {
        return false;
    }
    if (item.type == EntryType::Symlink) {
        std::string target(static_cast<std::size_t>(std::max<off_t>(status.st_size, 255)) + 1, '\0');
        const ssize_t length = readlinkat(descriptor, item.name.c_str(), target.data(), target.size());
        if (length < 0) {
            return fail(Error::fromErrno("read the link", m_options.root + "/" + path));
        }
        item.link.assign(target, 0, static_cast<std::size_t>(length));
    } else if (S_ISREG(status.st_mode)) {
        const auto known = m_options.stamps ? m_options.stamps->find(path) : std::nullopt;
        const bool holds = known && known->covers(item.stamp);
        if (holds) {
            item.stamp = *known;
        }
        // A change of attributes changes the change time, so a stamp that holds also knows whether there are any.
        if (!holds || !known->plain) {
            item.xattrs = readXattrs(m_options.root + "/" + path);
        }
        overlay(path, item);
    }
    return true;
}

Result<> Scan::list(Directory& directory, const std::stop_token& stop) const {
    const auto descriptor = open(directory.path, O_RDONLY | O_DIRECTORY);
    if (!descriptor) {
        if (descriptor.error().code == ErrorCode::NotFound && !directory.path.empty()) {
            directory.listed = true;
            return {};
        }
        return fail(descriptor.error());
    }
    DIR* stream = fdopendir(*descriptor);
    if (stream == nullptr) {
        const auto error = Error::fromErrno("list", m_options.root + "/" + directory.path);
        close(*descriptor);
        return fail(error);
    }
    const OpenDirectory guard{stream};
    directory.xattrs = readXattrs(directory.path.empty() ? m_options.root : m_options.root + "/" + directory.path);
    auto names = namesIn(stream);
    if (!names) {
        return fail(Error::fromErrno(names.error(), "list", m_options.root + "/" + directory.path));
    }
    // Sorted while they are small.
    std::ranges::sort(*names);
    directory.items.reserve(names->size());
    std::string path = directory.path.empty() ? "" : directory.path + "/";
    const std::size_t prefix = path.size();
    for (auto& [name, kind] : *names) {
        if (stop.stop_requested()) {
            directory.items.clear();
            directory.leftOutBy.clear();
            return fail(ErrorCode::Canceled, text::say("canceled"));
        }
        path.replace(prefix, std::string::npos, name);
        Item& item = directory.items.emplace_back();
        item.name = std::move(name);
        const auto filled = fill(dirfd(stream), directory, path, kind, item);
        if (!filled) {
            return fail(filled.error());
        }
        if (!*filled) {
            if (item.verdict.ignored && !std::ranges::contains(directory.leftOutBy, item.verdict.pattern)) {
                directory.leftOutBy.push_back(item.verdict.pattern);
            }
            directory.items.pop_back();
        }
    }
    if (!m_options.overlay.empty()) {
        overlay(directory);
        std::ranges::sort(directory.items, {}, &Item::name);
    }
    directory.listed = true;
    return {};
}

// Documents that were never saved: a build saves them first, so a forecast counts them as there.
void Scan::overlay(Directory& directory) const {
    const std::string prefix = directory.path.empty() ? "" : directory.path + "/";
    for (auto it = m_options.overlay.lower_bound(prefix);
         it != m_options.overlay.end() && it->first.starts_with(prefix); ++it) {
        const std::string name = it->first.substr(prefix.size());
        const bool known = std::ranges::any_of(directory.items, [&](const Item& item) { return item.name == name; });
        Item item;
        if (known || name.empty() || name.find('/') != std::string::npos ||
            leftOut(directory, it->first, DT_REG, item)) {
            continue;
        }
        item.name = name;
        item.mode = 0644;
        overlay(it->first, item);
        directory.items.push_back(std::move(item));
    }
}

Result<std::optional<Item>> Scan::look(const Directory& directory, std::string_view name) const {
    Item item;
    item.name = name;
    const auto descriptor = open(directory.path, O_PATH | O_DIRECTORY);
    if (!descriptor) {
        return descriptor.error().code == ErrorCode::NotFound ? Result<std::optional<Item>>(std::nullopt)
                                                              : fail(descriptor.error());
    }
    const auto filled = fill(*descriptor, directory, below(directory.path, name), DT_UNKNOWN, item);
    close(*descriptor);
    if (!filled) {
        return fail(filled.error());
    }
    if (!*filled) {
        Item document;
        document.name = name;
        const std::string path = below(directory.path, name);
        if (!m_options.overlay.contains(path) || leftOut(directory, path, DT_REG, document)) {
            return std::nullopt;
        }
        document.mode = 0644;
        overlay(path, document);
        return document;
    }
    return item;
}

Result<Item> Scan::root() const {
    struct stat status {};
    Item item;
    if (fstat(m_root, &status) != 0 || !understand(status, item)) {
        return fail(Error::fromErrno("look at", m_options.root));
    }
    return item;
}

}  // namespace slipway::context
