#include "place.h"

#include "sandbox/parts.h"
#include "text/say.h"
#include "tree.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>

namespace slipway::worker {

namespace {

constexpr int kAttempts = 20;

Descriptor openFolder(const std::string& path) {
    return Descriptor(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

}  // namespace

void makeTreesFolder(const std::string& path) {
    mkdir(path.c_str(), 0700);
    const Descriptor folder = openFolder(path);
    int flags = 0;
    if (folder && ioctl(folder.get(), FS_IOC_GETFLAGS, &flags) == 0 && (flags & FS_TOPDIR_FL) == 0) {
        flags |= FS_TOPDIR_FL;
        static_cast<void>(ioctl(folder.get(), FS_IOC_SETFLAGS, &flags));  // a hint: other file systems refuse it
    }
}

Result<> checkName(const std::string& name) {
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos ||
        name.find('\0') != std::string::npos) {
        return fail(ErrorCode::Invalid, text::say("\"{}\" can't be a snapshot's name", name));
    }
    return {};
}

Result<Part> Part::make(const Place& place, const std::string& name) {
    if (auto checked = checkName(name); !checked) {
        return fail(checked.error());
    }
    Part part;
    part.m_name = name;
    part.m_path = place.snapshots + "/" + name + std::string(sandbox::kPartSuffix);
    makeTreesFolder(place.snapshots);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const Descriptor held = sandbox::holdSnapshots(place.snapshots);
        const bool made = mkdir(part.m_path.c_str(), 0700) == 0;
        if (!made && errno != EEXIST) {
            return fail(Error::fromErrno("make the folder", part.m_path));
        }
        Descriptor folder = openFolder(part.m_path);
        if (!folder || !sandbox::lockPart(folder, part.m_path)) {
            continue;
        }
        if (!made) {
            static_cast<void>(removeTree(AT_FDCWD, part.m_path));
            continue;
        }
        part.m_folder = std::move(folder);
        return part;
    }
    return fail(ErrorCode::Io, text::say("another process is making the snapshot {}", name), part.m_path);
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
    for (const sandbox::AbandonedPart& part : sandbox::abandonedParts(place.snapshots)) {
        static_cast<void>(removeTree(AT_FDCWD, part.path));
    }
}

}  // namespace slipway::worker
