#include "sealed_program.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

#include <cerrno>

#ifndef MFD_EXEC
#define MFD_EXEC 0x0010U
#endif

namespace slipway::worker {

using sandbox::Descriptor;

Descriptor sealedCopy(const std::string& program) {
    const Descriptor file(open(program.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat about{};
    if (!file || fstat(file.get(), &about) != 0) {
        return {};
    }
    constexpr unsigned kFlags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
    Descriptor copy(memfd_create("runtime", kFlags | MFD_EXEC));
    if (!copy && errno == EINVAL) {  // before Linux 6.3
        copy = Descriptor(memfd_create("runtime", kFlags));
    }
    for (off_t done = 0; copy && done < about.st_size;) {
        const ssize_t sent = sendfile(copy.get(), file.get(), nullptr, static_cast<std::size_t>(about.st_size - done));
        if (sent <= 0) {
            return {};
        }
        done += sent;
    }
    if (!copy || fcntl(copy.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
        return {};
    }
    return copy;
}

}  // namespace slipway::worker
