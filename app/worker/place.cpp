#include "place.h"

#include "tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <vector>

namespace slipway::worker {

namespace {

constexpr std::string_view kSuffix = ".part";
constexpr int kAttempts = 20;

// Locked and still the folder that the path names.
bool lockFolder(const Descriptor& folder, const std::string& path) {
    struct stat byPath{};
    struct stat byDescriptor{};
    return flock(folder.get(), LOCK_EX | LOCK_NB) == 0 && lstat(path.c_str(), &byPath) == 0 &&
           fstat(folder.get(), &byDescriptor) == 0 && byPath.st_ino == byDescriptor.st_ino &&
           byPath.st_dev == byDescriptor.st_dev;
}

Descriptor openFolder(const std::string& path) {
    return Descriptor(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

}  // namespace

Result<> checkName(const std::string& name) {
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos ||
        name.find('\0') != std::string::npos) {
        return fail(ErrorCode::Invalid, "\"" + name + "\" can't be a snapshot's name");
    }
    return {};
}

Result<Part> Part::make(const Place& place, const std::string& name) {
    if (auto checked = checkName(name); !checked) {
        return fail(checked.error());
    }
    Part part;
    part.m_name = name;
    part.m_path = place.snapshots + "/" + name + std::string(kSuffix);
    mkdir(place.snapshots.c_str(), 0700);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const bool made = mkdir(part.m_path.c_str(), 0700) == 0;
        if (!made && errno != EEXIST) {
            return fail(Error::fromErrno("make the folder", part.m_path));
        }
        Descriptor folder = openFolder(part.m_path);
        if (!folder || !lockFolder(folder, part.m_path)) {
            continue;
        }
        if (!made) {
            static_cast<void>(removeTree(AT_FDCWD, part.m_path));
            continue;
        }
        part.m_folder = std::move(folder);
        return part;
    }
    return fail(ErrorCode::Io, "another process is making the snapshot " + name, part.m_path);
}

Result<> Part::finish(const Place& place, const std::string& child) {
    const std::string from = child.empty() ? m_path : m_path + "/" + child;
    const std::string to = place.snapshots + "/" + m_name;
    if (rename(from.c_str(), to.c_str()) != 0) {
        return fail(Error::fromErrno("rename the snapshot to", to));
    }
    return {};
}

void Part::discard() { static_cast<void>(removeTree(AT_FDCWD, m_path)); }

void sweepParts(const Place& place) {
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(place.snapshots.c_str()), closedir);
    std::vector<std::string> names;
    while (const dirent* entry = folder ? readdir(folder.get()) : nullptr) {
        if (std::string_view(entry->d_name).ends_with(kSuffix)) {
            names.emplace_back(entry->d_name);
        }
    }
    for (const std::string& name : names) {
        const std::string path = place.snapshots + "/" + name;
        const Descriptor part = openFolder(path);
        if (part && lockFolder(part, path)) {
            static_cast<void>(removeTree(AT_FDCWD, path));
        }
    }
}

}  // namespace slipway::worker
