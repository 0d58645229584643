#include "overlay.h"

#include "text/say.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace slipway::worker {

namespace {

// Lower directories by the shortest names there can be, so that any number of them fits the one page of options: links
// 0, 1, 2, … in a folder that is the current one while mounting.
Result<std::string> linkLowers(const Place& place, const OverlayMount& mount, const std::string& scratch) {
    std::string lowers;
    std::size_t count = 0;
    const auto link = [&](const std::string& target) {
        const std::string name = std::to_string(count++);
        lowers += (lowers.empty() ? "" : ":") + name;
        return symlink(target.c_str(), (scratch + "/" + name).c_str()) == 0;
    };
    for (auto name = mount.lower.rbegin(); name != mount.lower.rend(); ++name) {
        if (auto checked = checkName(*name); !checked) {
            return fail(checked.error());
        }
        const std::string path = place.snapshots + "/" + *name;
        if (access(path.c_str(), F_OK) != 0) {
            return fail(Error::fromErrno("find the snapshot", path));
        }
        if (!link(path)) {
            return fail(Error::fromErrno("link the snapshot", path));
        }
    }
    // Overlay wants a lower directory, and two where there is no upper one.
    const std::size_t least = mount.upper.empty() ? 2 : 1;
    for (int i = 0; count < least; ++i) {
        const std::string empty = scratch + "/e" + std::to_string(i);
        if (mkdir(empty.c_str(), 0755) != 0 || !link(empty)) {
            return fail(Error::fromErrno("make the folder", empty));
        }
    }
    return lowers;
}

}  // namespace

Result<> mountOverlay(const Place& place, const OverlayMount& mount, const std::string& scratch) {
    if (mount.lower.size() > kMaxLayers) {
        return fail(ErrorCode::Unsupported,
                    text::say("the image has {} layers, and Docker's limit is {}", mount.lower.size(), kMaxLayers));
    }
    auto lowers = linkLowers(place, mount, scratch);
    if (!lowers) {
        return fail(lowers.error());
    }
    std::string options = "userxattr,metacopy=off,index=off,redirect_dir=nofollow,lowerdir=" + *lowers;
    if (!mount.upper.empty()) {
        // By links too: a comma or a colon in the store's path would end the option.
        if (symlink(mount.upper.c_str(), (scratch + "/u").c_str()) != 0 ||
            symlink(mount.work.c_str(), (scratch + "/w").c_str()) != 0) {
            return fail(Error::fromErrno("link the upper directory in", scratch));
        }
        options += ",volatile,upperdir=u,workdir=w";
    }
    const Descriptor before(open(".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (chdir(scratch.c_str()) != 0) {
        return fail(Error::fromErrno("enter", scratch));
    }
    const int result = ::mount("overlay", mount.target.c_str(), "overlay", 0, options.c_str());
    const int error = errno;
    if (fchdir(before.get()) != 0) {
        return fail(Error::fromErrno("return to the folder of the worker"));
    }
    return result == 0 ? Result<>{} : Result<>(fail(Error::fromErrno(error, "mount the layers on", mount.target)));
}

bool isOpaque(int folder) {
    char value = 0;
    return fgetxattr(folder, kOpaque, &value, 1) == 1 && value == 'y';
}

bool hasOwnXattrs(int file) {
    std::array<char, 4096> names;
    const ssize_t length = flistxattr(file, names.data(), names.size());
    if (length < 0) {
        return errno == ERANGE;
    }
    for (std::string_view rest(names.data(), static_cast<std::size_t>(length)); !rest.empty();) {
        const std::string_view name = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(name.size() + 1);
        if (!name.starts_with(kOverlayPrefix) || name.starts_with(kOverlayEscape)) {
            return true;
        }
    }
    return false;
}

}  // namespace slipway::worker
