#include "sandbox/parts.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <memory>

namespace slipway::sandbox {

bool lockPart(const Descriptor& folder, const std::string& path) {
    struct stat byPath {};
    struct stat byDescriptor {};
    return flock(folder.get(), LOCK_EX | LOCK_NB) == 0 && lstat(path.c_str(), &byPath) == 0 &&
           fstat(folder.get(), &byDescriptor) == 0 && byPath.st_ino == byDescriptor.st_ino &&
           byPath.st_dev == byDescriptor.st_dev;
}

std::vector<AbandonedPart> abandonedParts(const std::string& snapshots) {
    std::vector<AbandonedPart> out;
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
