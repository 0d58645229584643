#include "store/store.h"

#include "layer/tar.h"
#include "store/home.h"
#include "store/schema.h"
#include "store/state.h"
#include "text/say.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

namespace slipway::store {

std::int64_t now() { return std::time(nullptr); }

Store::Store() = default;

Store::~Store() {
    if (m_state && m_state->scratchLock) {
        std::error_code ignored;
        fs::remove_all(m_state->scratchPath, ignored);
        unlink((m_state->scratchPath.string() + ".lock").c_str());
    }
}

Result<std::unique_ptr<Store>> Store::open(const fs::path& home) {
    const fs::path absolute = fs::absolute(home).lexically_normal();
    if (auto result = prepareHome(absolute); !result) {
        return fail(result.error());
    }
    std::unique_ptr<Store> out(new Store);
    out->m_state = std::make_unique<State>(absolute);
    removeLeftovers(absolute);
    static_cast<void>(out->m_state->sweep());  // what stays is found again by the next
    return out;
}

Result<Index> Store::State::index() {
    std::unique_lock lock(indexMutex);
    if (!database) {
        // One at a time: turning a new index to WAL doesn't wait for others by itself.
        const fs::path path = home / "index.sqlite";
        std::optional<FileLock> first;
        if (access(path.c_str(), F_OK) != 0) {
            auto taken = FileLock::wait(home / "locks" / "schema");
            if (!taken) {
                return fail(taken.error());
            }
            first = std::move(*taken);
        }
        auto opened = Database::open(path);
        if (!opened) {
            return fail(opened.error());
        }
        Result<> result = prepareSchema(**opened, home);
        if (result) {
            result = recover(**opened, home);
        }
        if (!result) {
            return fail(result.error());
        }
        database = std::move(*opened);
    }
    return Index(std::move(lock), *database);
}

const fs::path& Store::home() const { return m_state->home; }

bool Store::State::has(const Digest& digest) const { return access(blob(digest).c_str(), F_OK) == 0; }

bool Store::hasBlob(const Digest& digest) const { return m_state->has(digest); }

fs::path Store::blobPath(const Digest& digest) const { return m_state->blob(digest); }

Result<Digest> Store::putBlob(std::string_view content) {
    const Digest digest = Digest::of(content);
    struct stat info {};
    if (stat(blobPath(digest).c_str(), &info) == 0 && static_cast<std::uint64_t>(info.st_size) == content.size()) {
        return digest;
    }
    auto writer = newBlob();
    if (!writer) {
        return fail(writer.error());
    }
    if (auto result = writer->write(content); !result) {
        return fail(result.error());
    }
    return writer->commit(digest);
}

namespace {

Result<std::string> readWhole(int fd, const fs::path& path, std::uint64_t limit) {
    struct stat info {};
    if (fstat(fd, &info) != 0) {
        return fail(Error::fromErrno("read", path));
    }
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > limit) {
        return fail(ErrorCode::Invalid, text::say("the blob is {} bytes long; at most {} are read here", size, limit),
                    path);
    }
    std::string out(size, '\0');
    std::size_t done = 0;
    while (done < out.size()) {
        const ssize_t count = read(fd, out.data() + done, out.size() - done);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return fail(count < 0 ? Error::fromErrno("read", path)
                                  : Error(ErrorCode::Corrupt, text::say("the blob ended early"), path));
        }
        done += static_cast<std::size_t>(count);
    }
    return out;
}

}  // namespace

Result<std::string> Store::readBlob(const Digest& digest, std::uint64_t limit) const {
    const fs::path path = blobPath(digest);
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return errno == ENOENT
                   ? fail(ErrorCode::NotFound, text::say("the store has no blob {}", digest.toString()), path)
                   : fail(Error::fromErrno("read the blob", path));
    }
    auto out = readWhole(fd, path, limit);
    close(fd);
    if (out && Digest::of(*out) != digest) {
        return fail(ErrorCode::Corrupt, text::say("the blob {} of the store is damaged", digest.toString()), path);
    }
    return out;
}

Store::KeyLock::~KeyLock() {
    if (m_fd >= 0) {
        unlink(m_path.c_str());
        close(m_fd);
    }
}

Store::KeyLock::KeyLock(KeyLock&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_path(std::move(other.m_path)) {}

Store::KeyLock& Store::KeyLock::operator=(KeyLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    std::swap(m_path, other.m_path);
    return *this;
}

Result<std::optional<Store::KeyLock>> Store::tryLock(const Digest& key) {
    const fs::path path = m_state->home / "locks" / ("key-" + key.hex());
    auto lock = FileLock::tryTake(path);
    if (!lock) {
        return fail(lock.error());
    }
    if (!*lock) {
        return std::optional<KeyLock>();
    }
    KeyLock out;
    out.m_fd = (*lock)->release();
    out.m_path = path;
    return std::optional(std::move(out));
}

}  // namespace slipway::store
