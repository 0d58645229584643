#include "sandbox/parts.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <memory>

namespace slipway::sandbox {

namespace {

Descriptor locked(const std::string& folder, int how) {
    Descriptor out(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    while (out && flock(out.get(), how) != 0 && errno == EINTR) {
    }
    return out;
}

}  // namespace

Descriptor holdSnapshots(const std::string& snapshots) { return locked(snapshots, LOCK_SH); }

bool lockPart(const Descriptor& folder, const std::string& path) {
    struct stat byPath {};
    struct stat byDescriptor {};
    return flock(folder.get(), LOCK_EX | LOCK_NB) == 0 && lstat(path.c_str(), &byPath) == 0 &&
           fstat(folder.get(), &byDescriptor) == 0 && byPath.st_ino == byDescriptor.st_ino &&
           byPath.st_dev == byDescriptor.st_dev;
}

std::vector<AbandonedPart> abandonedParts(const std::string& snapshots) {
    std::vector<AbandonedPart> out;
    const Descriptor alone = locked(snapshots, LOCK_EX);
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(snapshots.c_str()), closedir);
    while (const dirent* entry = folder ? readdir(folder.get()) : nullptr) {
        if (!std::string_view(entry->d_name).ends_with(kPartSuffix)) {
            continue;
        }
        std::string path = snapshots + '/' + entry->d_name;
        Descriptor part(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (part && lockPart(part, path)) {
            out.push_back({std::move(path), std::move(part)});
        }
    }
    return out;
}

}  // namespace slipway::sandbox
