#include "layer/tar.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>

namespace slipway::layer {

namespace {

struct Reading {
    int descriptor;
    std::string path;
    std::uint64_t offset;
    std::uint64_t left;
    std::size_t capacity = 0;
    std::unique_ptr<char[]> buffer;

    Reading(int fd, std::string name, std::uint64_t begin, std::uint64_t length)
        : descriptor(fd), path(std::move(name)), offset(begin), left(length) {}
    ~Reading() { close(descriptor); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Result<std::string_view> next() {
        if (left == 0) {
            return std::string_view();
        }
        ssize_t got = 0;
        do {
            got = pread(descriptor, buffer.get(), std::min<std::uint64_t>(capacity, left), static_cast<off_t>(offset));
        } while (got < 0 && errno == EINTR);
        if (got < 0) {
            return fail(Error::fromErrno("read", path));
        }
        offset += static_cast<std::uint64_t>(got);
        left = got == 0 ? 0 : left - static_cast<std::uint64_t>(got);
        return std::string_view(buffer.get(), static_cast<std::size_t>(got));
    }
};

}  // namespace

Result<ByteSource> fileSource(const std::string& path, std::uint64_t offset, std::optional<std::uint64_t> length) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) {
        return fail(Error::fromErrno("open", path));
    }
    return descriptorSource(descriptor, path, offset, length);
}

Result<ByteSource> descriptorSource(int descriptor, const std::string& path, std::uint64_t offset,
                                    std::optional<std::uint64_t> length) {
    constexpr std::size_t kPiece = 1 << 20;
    auto reading =
        std::make_shared<Reading>(descriptor, path, offset, length.value_or(std::numeric_limits<std::uint64_t>::max()));
    // One byte more than the file has, so that the first read of a small file also meets its end.
    struct stat status{};
    std::uint64_t expected = kPiece;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        const auto size = static_cast<std::uint64_t>(status.st_size);
        expected = std::min(size > offset ? size - offset : 0, reading->left) + 1;
    }
    reading->capacity = static_cast<std::size_t>(std::clamp<std::uint64_t>(expected, 1, kPiece));
    reading->buffer = std::make_unique_for_overwrite<char[]>(reading->capacity);
    return [reading] { return reading->next(); };
}

}  // namespace slipway::layer
