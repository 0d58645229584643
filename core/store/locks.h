// Advisory locks on files that end with their owner (open file description locks, fcntl(2)).
#pragma once

#include "text/error.h"

#include <filesystem>
#include <optional>

namespace slipway::store {

/// A locked file; unlocked when destroyed.
class FileLock {
public:
    FileLock() = default;
    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;

    /// Makes the file where it is missing and waits for the lock.
    static Result<FileLock> wait(const std::filesystem::path& path);
    /// nullopt where someone else has it. A lock file may be removed by its owner: this one is at `path` for certain.
    static Result<std::optional<FileLock>> tryTake(const std::filesystem::path& path);
    /// nullopt also where there is no such file.
    static Result<std::optional<FileLock>> tryTakeExisting(const std::filesystem::path& path);

    [[nodiscard]] int descriptor() const { return m_fd; }
    /// Gives the descriptor (and with it the lock) away.
    int release();

private:
    int m_fd = -1;
};

}  // namespace slipway::store
