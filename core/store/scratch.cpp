// Half-made files: each process has a folder of its own below tmp/, and a locked file beside it says that it lives.
#include "store/folder.h"
#include "store/state.h"
#include "text/say.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <random>

namespace slipway::store {

namespace {

constexpr std::string_view kLockSuffix = ".lock";

}  // namespace

std::string uniqueName() {
    std::random_device random;
    return std::to_string(getpid()) + "-" + std::to_string((static_cast<std::uint64_t>(random()) << 32U) | random());
}

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> out;
    if (DIR* directory = opendir(folder.c_str())) {
        while (const dirent* entry = readdir(directory)) {
            const std::string name = static_cast<const char*>(entry->d_name);
            if (name != "." && name != "..") {
                out.push_back(name);
            }
        }
        closedir(directory);
    }
    return out;
}

void removeLeftovers(const fs::path& home) {
    const fs::path folder = home / "tmp";
    const auto names = namesIn(folder);
    if (names.empty()) {
        return;
    }
    const auto gate = FileLock::tryTake(home / "locks" / "scratch");
    if (!gate || !*gate) {
        return;  // someone else is at it
    }
    for (const std::string& name : names) {
        const bool isLock = name.ends_with(kLockSuffix);
        const std::string base = isLock ? name.substr(0, name.size() - kLockSuffix.size()) : name;
        const fs::path lockPath = folder / (base + std::string(kLockSuffix));
        const auto lock = FileLock::tryTakeExisting(lockPath);
        const bool orphan = !isLock && access(lockPath.c_str(), F_OK) != 0;
        if ((lock && *lock) || orphan) {
            std::error_code ignored;
            fs::remove_all(folder / base, ignored);
            unlink(lockPath.c_str());
        }
    }
}

Result<fs::path> Store::State::scratch() {
    const std::lock_guard guard(scratchMutex);
    if (scratchLock) {
        return scratchPath;
    }
    const auto gate = FileLock::wait(home / "locks" / "scratch");
    if (!gate) {
        return fail(gate.error());
    }
    const fs::path path = home / "tmp" / uniqueName();
    auto lock = FileLock::tryTake(path.string() + std::string(kLockSuffix));
    if (!lock || !*lock) {
        return lock ? fail(ErrorCode::Io, text::say("cannot make a folder for temporary files"), path)
                    : fail(lock.error());
    }
    if (mkdir(path.c_str(), 0700) != 0) {
        const Error error = Error::fromErrno("make the folder", path);
        unlink((path.string() + std::string(kLockSuffix)).c_str());
        return fail(error);
    }
    scratchPath = path;
    scratchLock = std::move(*lock);
    return scratchPath;
}

Result<fs::path> Store::scratchFolder() { return m_state->scratch(); }

}  // namespace slipway::store
