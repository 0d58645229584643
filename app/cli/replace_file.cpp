#include "replace_file.h"

#include "text/write_all.h"

#include <cerrno>
#include <cstdlib>

#include <sys/stat.h>
#include <unistd.h>

namespace slipway::cli {

Result<> replaceFile(const std::string& path, std::string_view content) {
    struct stat before {};
    // A file that may not be written is not replaced either, though its folder would allow it.
    if (::stat(path.c_str(), &before) != 0 || ::access(path.c_str(), W_OK) != 0) {
        return fail(Error::fromErrno("write", path));
    }
    std::string fresh = path + ".XXXXXX";
    const int fd = ::mkstemp(fresh.data());
    if (fd < 0) {
        return fail(Error::fromErrno("write", path));
    }
    const bool written = text::writeAll(fd, content) && ::fchmod(fd, before.st_mode & 07777) == 0 && ::fsync(fd) == 0;
    const int error = errno;
    (void)!::fchown(fd, before.st_uid, before.st_gid);
    ::close(fd);
    errno = error;
    if (!written || ::rename(fresh.c_str(), path.c_str()) != 0) {
        Error failure = Error::fromErrno("write", path);
        ::unlink(fresh.c_str());
        return fail(std::move(failure));
    }
    return {};
}

}  // namespace slipway::cli
