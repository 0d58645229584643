#include "store/locks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace slipway::store {

namespace {

bool take(int fd, int command) {
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    int result = 0;
    do {
        result = fcntl(fd, command, &lock);
    } while (result != 0 && errno == EINTR);
    return result == 0;
}

// The file that is locked is still the one with this name.
bool isAt(int fd, const std::filesystem::path& path) {
    struct stat mine{};
    struct stat there{};
    return fstat(fd, &mine) == 0 && stat(path.c_str(), &there) == 0 && mine.st_ino == there.st_ino &&
           mine.st_dev == there.st_dev;
}

}  // namespace

FileLock::~FileLock() {
    if (m_fd >= 0) {
        close(m_fd);
    }
}

FileLock::FileLock(FileLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

int FileLock::release() { return std::exchange(m_fd, -1); }

Result<FileLock> FileLock::wait(const std::filesystem::path& path) {
    for (;;) {
        FileLock lock;
        lock.m_fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (lock.m_fd < 0 || !take(lock.m_fd, F_OFD_SETLKW)) {
            return fail(Error::fromErrno("lock", path));
        }
        if (isAt(lock.m_fd, path)) {
            return lock;
        }
    }
}

Result<std::optional<FileLock>> FileLock::tryTake(const std::filesystem::path& path) {
    for (;;) {
        FileLock lock;
        lock.m_fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (lock.m_fd < 0) {
            return fail(Error::fromErrno("make the lock", path));
        }
        if (!take(lock.m_fd, F_OFD_SETLK)) {
            if (errno == EAGAIN || errno == EACCES) {
                return std::optional<FileLock>();
            }
            return fail(Error::fromErrno("lock", path));
        }
        if (isAt(lock.m_fd, path)) {
            return std::optional(std::move(lock));
        }
    }
}

Result<std::optional<FileLock>> FileLock::tryTakeExisting(const std::filesystem::path& path) {
    FileLock lock;
    lock.m_fd = open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (lock.m_fd < 0 || !take(lock.m_fd, F_OFD_SETLK) || !isAt(lock.m_fd, path)) {
        return std::optional<FileLock>();
    }
    return std::optional(std::move(lock));
}

}  // namespace slipway::store
