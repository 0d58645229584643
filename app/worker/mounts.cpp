#include "mounts.h"

#include "overlay.h"
#include "rooted.h"
#include "text/say.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace slipway::worker {

namespace {

using sandbox::ContainerMount;
using sandbox::RunMount;

struct Source {
    std::string path;
    bool folder = true;
};

std::string octal(std::uint32_t mode) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%o", mode & 07777);
    return text.data();
}

Result<Source> plainSource(const std::string& path) {
    struct stat about {};
    if (stat(path.c_str(), &about) != 0) {
        return fail(Error::fromErrno("mount", path));
    }
    return Source{path, S_ISDIR(about.st_mode)};
}

Result<Source> cacheFolder(const Place& place, const RunMount& mount) {
    if (mount.cache.find('/') != std::string::npos || mount.cache.empty() || mount.cache.starts_with('.')) {
        return fail(ErrorCode::Invalid, text::say("\"{}\" can't be a cache mount's folder", mount.cache));
    }
    makeTreesFolder(place.mounts);
    const std::string path = place.mounts + "/" + mount.cache;
    if (mkdir(path.c_str(), 0700) == 0) {
        if (chown(path.c_str(), mount.uid, mount.gid) != 0 || chmod(path.c_str(), mount.mode & 07777) != 0) {
            return fail(Error::fromErrno("set owner and mode of the cache mount", path));
        }
    } else if (errno != EEXIST) {
        return fail(Error::fromErrno("make the cache mount", path));
    }
    return Source{path, true};
}

// Where what is written into a mount of snapshots goes: into the cache's folder, else into the part, which nobody
// keeps. Overlay's work folder is new each time: after `volatile` it can't be used again.
Result<> makeWritable(const Place& place, const RunMount& mount, const std::string& part, OverlayMount& overlay) {
    overlay.upper = part + "/upper";
    overlay.work = part + "/work";
    if (mkdir(part.c_str(), 0700) != 0 || mkdir(overlay.work.c_str(), 0700) != 0) {
        return fail(Error::fromErrno("make the folder", part));
    }
    if (mount.kind == RunMount::Kind::Cache) {
        auto folder = cacheFolder(place, mount);
        overlay.upper = folder ? folder->path : std::string();
        return folder ? Result<>{} : Result<>(fail(folder.error()));
    }
    return mkdir(overlay.upper.c_str(), 0755) == 0 ? Result<>{}
                                                   : Result<>(fail(Error::fromErrno("make the folder", overlay.upper)));
}

// The merged view of the snapshots, and in it the source, found without leaving it.
Result<Source> snapshotSource(const Place& place, const RunMount& mount, const std::string& scratch,
                              const std::string& part) {
    OverlayMount overlay{mount.snapshots, {}, {}, scratch + "/root"};
    const std::string lowers = scratch + "/lowers";
    mkdir(scratch.c_str(), 0700);
    mkdir(lowers.c_str(), 0700);
    mkdir(overlay.target.c_str(), 0755);
    if (!mount.readOnly || mount.kind == RunMount::Kind::Cache) {
        if (auto made = makeWritable(place, mount, part, overlay); !made) {
            return fail(made.error());
        }
    }
    if (auto mounted = mountOverlay(place, overlay, lowers); !mounted) {
        return fail(mounted.error());
    }
    const Descriptor root(open(overlay.target.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    auto located = locate(root.get(), mount.source);
    if (!located) {
        return fail(located.error());
    }
    if (located->existing != located->parts.size()) {
        return fail(ErrorCode::NotFound, text::say("there is no {} to mount at {}", mount.source, mount.target));
    }
    return plainSource(overlay.target + "/" + located->path());
}

Result<Source> sourceOf(const Place& place, const RunMount& mount, const std::string& scratch,
                        const std::string& part) {
    if (mount.kind == RunMount::Kind::BindHost) {
        return plainSource(mount.source);
    }
    if (mount.kind == RunMount::Kind::Cache && mount.snapshots.empty()) {
        return cacheFolder(place, mount);
    }
    return snapshotSource(place, mount, scratch, part);
}

// The runtime would only say "Not a directory".
Result<> checkTarget(int mergedRoot, const std::string& target, bool folder) {
    const Descriptor there = openInRoot(mergedRoot, target, O_PATH);
    struct stat about {};
    if (!there || fstat(there.get(), &about) != 0 || S_ISDIR(about.st_mode) == folder) {
        return {};
    }
    return fail(ErrorCode::Invalid,
                folder ? text::say("{} is a file in the image, and a folder can't be mounted there", target)
                       : text::say("{} is a folder in the image, and a file can't be mounted there", target));
}

std::size_t depth(const RunMount& mount) { return static_cast<std::size_t>(std::ranges::count(mount.target, '/')); }

}  // namespace

Result<std::vector<ContainerMount>> prepareMounts(const Place& place, const std::vector<RunMount>& mounts,
                                                  int mergedRoot, const std::string& scratch, const std::string& part,
                                                  Stubs& stubs) {
    std::vector<RunMount> ordered = mounts;
    std::ranges::stable_sort(ordered, {}, depth);
    std::vector<ContainerMount> prepared;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        const RunMount& mount = ordered[i];
        if (!mount.target.starts_with('/')) {
            return fail(ErrorCode::Invalid, text::say("a mount's target must be an absolute path: {}", mount.target));
        }
        if (mount.kind == RunMount::Kind::Tmpfs) {
            std::vector<std::string> options = {"nosuid", "nodev",
                                                "mode=" + octal(mount.mode == 0755 ? 01777 : mount.mode)};
            if (mount.size > 0) {
                options.push_back("size=" + std::to_string(mount.size));
            }
            if (auto made = stubs.make(mergedRoot, mount.target, Stubs::Kind::Folder); !made) {
                return fail(made.error());
            }
            prepared.push_back({mount.target, "tmpfs", "tmpfs", options});
            continue;
        }
        const std::string number = std::to_string(i);
        auto source = sourceOf(place, mount, scratch + "/m" + number, part + "/m" + number);
        if (!source) {
            return fail(source.error());
        }
        const auto kind = source->folder ? Stubs::Kind::Folder : Stubs::Kind::File;
        if (auto made = stubs.make(mergedRoot, mount.target, kind).and_then([&] {
                return checkTarget(mergedRoot, mount.target, source->folder);
            });
            !made) {
            return fail(made.error());
        }
        const bool readOnly = mount.readOnly;
        prepared.push_back(
            {mount.target, "bind", source->path, {"rbind", "rprivate", "nosuid", "nodev", readOnly ? "ro" : "rw"}});
    }
    return prepared;
}

}  // namespace slipway::worker
