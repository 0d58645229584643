#include "store/home.h"

#include "store/store.h"
#include "text/say.h"
#include "text/write_all.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

namespace slipway::store {

namespace fs = std::filesystem;

namespace {

constexpr const char* kMark = "format";

// What the mark says: the layout's version and the file system it was tried on.
std::string markText(const fs::path& home) {
    struct statvfs info {};
    statvfs(home.c_str(), &info);
    return "slipway store 1\n" + std::to_string(info.f_fsid) + "\n";
}

Result<> tryAttributes(const fs::path& folder) {
    const fs::path file = folder / "probe";
    const int fd = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return fail(Error::fromErrno("write into", folder));
    }
    const bool works = fsetxattr(fd, "user.slipway", "1", 1, 0) == 0;
    const int reason = errno;
    close(fd);
    if (works) {
        return {};
    }
    if (reason == ENOSPC || reason == EDQUOT) {
        return fail(Error::fromErrno(reason, "write into", folder));
    }
    return fail(
        ErrorCode::Unsupported,
        text::say(
            "the file system of {} keeps no user extended attributes, which overlay mounts need; set SLIPWAY_HOME to a "
            "folder on a local file system such as ext4, xfs or btrfs",
            folder.parent_path().string()));
}

Result<> tryTypes(const fs::path& folder) {
    DIR* directory = opendir(folder.c_str());
    if (!directory) {
        return fail(Error::fromErrno("read", folder));
    }
    bool typed = true;
    while (const dirent* entry = readdir(directory)) {
        typed = typed && entry->d_type != DT_UNKNOWN;
    }
    closedir(directory);
    if (!typed) {
        return fail(ErrorCode::Unsupported,
                    text::say("the file system of {} does not tell the types of files when listing (d_type), which "
                              "overlay mounts need; set SLIPWAY_HOME to a folder on a local file system such as ext4, "
                              "xfs or btrfs",
                              folder.parent_path().string()));
    }
    return {};
}

Result<> tryFileSystem(const fs::path& home) {
    const fs::path folder = home / (".probe-" + std::to_string(getpid()));
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        return fail(Error::fromErrno("make the folder", folder));
    }
    Result<> result = tryAttributes(folder);
    if (result) {
        result = tryTypes(folder);
    }
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return result;
}

std::string readMark(const fs::path& home) {
    std::array<char, 128> buffer{};
    const int fd = open((home / kMark).c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return {};
    }
    const ssize_t count = read(fd, buffer.data(), buffer.size());
    close(fd);
    return count > 0 ? std::string(buffer.data(), static_cast<std::size_t>(count)) : std::string();
}

Result<> writeMark(const fs::path& home, const std::string& text) {
    const fs::path temporary = home / (std::string(".mark-") + std::to_string(getpid()));
    const int fd = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) {
        return fail(Error::fromErrno("write", temporary));
    }
    const bool written = text::writeAll(fd, text);
    const Error reason = Error::fromErrno("write", temporary);
    close(fd);
    if (!written || rename(temporary.c_str(), (home / kMark).c_str()) != 0) {
        unlink(temporary.c_str());
        return fail(reason);
    }
    return {};
}

}  // namespace

fs::path Store::defaultHome() {
    const auto variable = [](const char* name) -> fs::path {
        const char* value = std::getenv(name);
        return value ? value : "";
    };
    if (const fs::path home = variable("SLIPWAY_HOME"); !home.empty()) {
        return fs::absolute(home);
    }
    if (const fs::path data = variable("XDG_DATA_HOME"); data.is_absolute()) {
        return data / "slipway";
    }
    return fs::absolute(variable("HOME")) / ".local" / "share" / "slipway";
}

Result<> prepareHome(const fs::path& home) {
    struct stat info {};
    if (stat(home.c_str(), &info) != 0) {
        std::error_code error;
        fs::create_directories(home.parent_path(), error);
        if (error) {
            return fail(Error::fromErrno(error.value(), "make the store's folder", home));
        }
        if (mkdir(home.c_str(), 0700) != 0 && errno != EEXIST) {
            return fail(Error::fromErrno("make the store's folder", home));
        }
        if (stat(home.c_str(), &info) != 0) {
            return fail(Error::fromErrno("read the store's folder", home));
        }
    }
    if (!S_ISDIR(info.st_mode)) {
        return fail(ErrorCode::Invalid, text::say("the store {} is not a folder", home.string()), home);
    }
    if (info.st_uid != geteuid()) {
        return fail(
            ErrorCode::Denied,
            text::say("the store {} belongs to user {} and this is user {}; set SLIPWAY_HOME to a folder of your own",
                      home.string(), info.st_uid, geteuid()),
            home);
    }
    const std::string text = markText(home);
    const std::string mark = readMark(home);
    if (mark == text) {
        return {};
    }
    if (!mark.empty() && !mark.starts_with("slipway store 1\n")) {
        return fail(
            ErrorCode::Unsupported,
            text::say("the store {} was made by a newer Slipway; use that one, or set SLIPWAY_HOME to another folder",
                      home.string()),
            home);
    }
    if (auto result = tryFileSystem(home); !result) {
        return result;
    }
    for (const char* folder : {"blobs", "blobs/sha256", "snapshots", "mounts", "logs", "locks", "leases", "tmp"}) {
        const fs::path path = home / folder;
        if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
            return fail(Error::fromErrno("make the folder", path));
        }
    }
    return writeMark(home, text);
}

}  // namespace slipway::store
