// What tells other processes that a build lives.
#pragma once

#include "store/locks.h"

#include <filesystem>

namespace slipway::store {

/// While one is held, by any process, no layer and no snapshot is removed but by its holder. It ends with its owner; by
/// a process's death only when those that were given its descriptor are gone too.
class Lease {
public:
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    /// For a process that works for this build: who has it open holds the lease as well.
    [[nodiscard]] int descriptor() const { return m_lock.descriptor(); }

private:
    friend class Store;
    Lease(std::filesystem::path path, FileLock lock) : m_path(std::move(path)), m_lock(std::move(lock)) {}

    std::filesystem::path m_path;
    FileLock m_lock;
};

}  // namespace slipway::store
