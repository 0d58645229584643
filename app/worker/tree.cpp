#include "tree.h"

#include "rooted.h"
#include "text/say.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace slipway::worker {

namespace {

Result<> emptyFolder(int folder, const std::string& shown);

Result<> removeEntry(int parent, const char* name, const std::string& shown) {
    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT) {
        return {};
    }
    if (errno != EISDIR && errno != EPERM) {
        return fail(Error::fromErrno("remove", shown));
    }
    {
        const Descriptor folder(openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!folder) {
            return fail(Error::fromErrno("remove", shown));
        }
        if (auto emptied = emptyFolder(folder.get(), shown); !emptied) {
            return emptied;
        }
    }
    if (unlinkat(parent, name, AT_REMOVEDIR) != 0 && errno != ENOENT) {
        return fail(Error::fromErrno("remove", shown));
    }
    return {};
}

Result<> emptyFolder(int folder, const std::string& shown) {
    DIR* listing = fdopendir(fcntl(folder, F_DUPFD_CLOEXEC, 3));
    if (listing == nullptr) {
        return fail(Error::fromErrno("read the folder", shown));
    }
    Result<> result;
    while (const dirent* entry = readdir(listing)) {
        if (std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        if (auto removed = removeEntry(folder, entry->d_name, shown + "/" + entry->d_name); !removed && result) {
            result = removed;  // goes on, so that as little as possible is left
        }
    }
    closedir(listing);
    return result;
}

}  // namespace

Result<> removeTree(int folder, const std::string& path) { return removeEntry(folder, path.c_str(), path); }

Result<> removeBelow(const std::string& home, const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string parent = slash == std::string::npos ? "." : path.substr(0, slash);
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    if (name.empty() || name == "." || name == ".." || parent.empty()) {
        return fail(ErrorCode::Invalid, text::say("only what lies below the store can be removed"), path);
    }
    const Descriptor store(open(home.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const Descriptor folder = openBeneath(store.get(), parent, O_RDONLY | O_DIRECTORY);
    if (!folder) {
        return errno == ENOENT ? Result<>{} : Result<>(fail(Error::fromErrno("open the folder of", path)));
    }
    return removeTree(folder.get(), name);
}

}  // namespace slipway::worker
