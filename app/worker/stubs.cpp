#include "stubs.h"

#include "overlay.h"
#include "rooted.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ranges>

namespace slipway::worker {

namespace {

bool sameTime(const timespec& a, const timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

bool sameOwnerAndMode(const struct stat& a, const struct stat& b) {
    return a.st_mode == b.st_mode && a.st_uid == b.st_uid && a.st_gid == b.st_gid;
}

void setTimes(int folder, const std::string& path, const struct stat& about) {
    const std::array<timespec, 2> times = {about.st_atim, about.st_mtim};
    utimensat(folder, path.c_str(), times.data(), AT_SYMLINK_NOFOLLOW);
}

std::pair<std::string, std::string> split(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::pair(std::string("."), path)
                                      : std::pair(path.substr(0, slash), path.substr(slash + 1));
}

// Removes an entry of the upper directory; its parent's times stay as they are.
bool removeQuietly(int upperRoot, const std::string& path, int flags) {
    const auto [parentPath, name] = split(path);
    const Descriptor parent = openBeneath(upperRoot, parentPath, O_RDONLY | O_DIRECTORY);
    struct stat before{};
    if (!parent || fstat(parent.get(), &before) != 0 || unlinkat(parent.get(), name.c_str(), flags) != 0) {
        return false;
    }
    const std::array<timespec, 2> times = {before.st_atim, before.st_mtim};
    futimens(parent.get(), times.data());
    return true;
}

}  // namespace

Result<> Stubs::make(int mergedRoot, const std::string& path, Kind kind, bool stays) {
    auto located = locate(mergedRoot, path);
    if (!located) {
        return fail(located.error());
    }
    if (located->existing == located->parts.size()) {
        return {};
    }
    struct stat parentBefore{};
    const std::string parentPath = located->path(located->existing);
    for (std::size_t i = 0; i <= located->existing && !stays; ++i) {
        Made parent{located->path(i), {}};
        if (fstatat(mergedRoot, parent.path.c_str(), &parent.about, AT_SYMLINK_NOFOLLOW) == 0 &&
            std::ranges::find(m_parents, parent.path, &Made::path) == m_parents.end() &&
            std::ranges::find(m_made, parent.path, &Made::path) == m_made.end()) {
            m_parents.push_back(parent);
        }
    }
    if (fstatat(mergedRoot, parentPath.c_str(), &parentBefore, AT_SYMLINK_NOFOLLOW) != 0) {
        return fail(Error::fromErrno("look up in the image", parentPath));
    }
    for (std::size_t i = located->existing; i < located->parts.size(); ++i) {
        const std::string made = located->path(i + 1);
        const bool last = i + 1 == located->parts.size();
        if (last && kind == Kind::File) {
            const Descriptor file(
                openat(mergedRoot, made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
            if (!file) {
                return fail(Error::fromErrno("make the mount point", "/" + made));
            }
        } else if (mkdirat(mergedRoot, made.c_str(), 0755) != 0) {
            return fail(Error::fromErrno("make the folder", "/" + made));
        }
        Made entry{made, {}};
        if (!stays && fstatat(mergedRoot, made.c_str(), &entry.about, AT_SYMLINK_NOFOLLOW) == 0) {
            m_made.push_back(entry);
        }
    }
    if (!stays) {
        setTimes(mergedRoot, parentPath, parentBefore);
    }
    return {};
}

void Stubs::remove(int upperRoot) const {
    for (const Made& made : std::views::reverse(m_made)) {
        struct stat now{};
        if (fstatat(upperRoot, made.path.c_str(), &now, AT_SYMLINK_NOFOLLOW) != 0 ||
            !sameOwnerAndMode(now, made.about)) {
            continue;
        }
        if (S_ISDIR(now.st_mode)) {
            removeQuietly(upperRoot, made.path, AT_REMOVEDIR);  // fails where something is in it
        } else if (now.st_size == 0 && sameTime(now.st_mtim, made.about.st_mtim)) {
            removeQuietly(upperRoot, made.path, 0);
        }
    }
    for (const Made& parent : std::views::reverse(m_parents)) {
        removeCopies(upperRoot, parent);
    }
}

// A directory that came up into the upper only because of a stub below it is equal to the lower one and empty.
void Stubs::removeCopies(int upperRoot, const Made& folder) const {
    struct stat now{};
    if (folder.path == "." || fstatat(upperRoot, folder.path.c_str(), &now, AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISDIR(now.st_mode) || !sameOwnerAndMode(now, folder.about) || !sameTime(now.st_mtim, folder.about.st_mtim)) {
        return;
    }
    const Descriptor opened = openBeneath(upperRoot, folder.path, O_RDONLY | O_DIRECTORY);
    if (opened && !isOpaque(opened.get()) && !hasOwnXattrs(opened.get())) {
        removeQuietly(upperRoot, folder.path, AT_REMOVEDIR);
    }
}

}  // namespace slipway::worker
