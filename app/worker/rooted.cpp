#include "rooted.h"

#include "text/say.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <deque>

namespace slipway::worker {

namespace {

constexpr int kMaxLinks = 255;

Descriptor open2(int root, const std::string& path, int flags, std::uint64_t resolve) {
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags) | O_CLOEXEC;
    how.resolve = resolve;
    long fd = -1;
    do {
        fd = syscall(SYS_openat2, root, path.c_str(), &how, sizeof how);
    } while (fd < 0 && (errno == EINTR || errno == EAGAIN));
    return Descriptor(static_cast<int>(fd));
}

void prepend(std::deque<std::string>& todo, std::string_view path) {
    std::vector<std::string> names;
    while (!path.empty()) {
        const std::size_t end = path.find('/');
        if (const std::string_view name = path.substr(0, end); !name.empty() && name != ".") {
            names.emplace_back(name);
        }
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
    }
    todo.insert(todo.begin(), names.begin(), names.end());
}

}  // namespace

Descriptor openBeneath(int root, const std::string& path, int flags) {
    return open2(root, path, flags, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS);
}

Descriptor openInRoot(int root, const std::string& path, int flags) {
    return open2(root, path, flags, RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS);
}

std::string readInRoot(int root, const std::string& path, std::size_t limit) {
    std::string text;
    struct stat about {};
    // Looked at before it is opened for reading: a FIFO or a device would block or do something.
    const Descriptor handle = openInRoot(root, path, O_PATH);
    if (!handle || fstat(handle.get(), &about) != 0 || !S_ISREG(about.st_mode)) {
        return text;
    }
    const Descriptor file = openInRoot(root, path, O_RDONLY | O_NONBLOCK);
    std::array<char, 16384> buffer;
    while (file && text.size() < limit) {
        const ssize_t got = read(file.get(), buffer.data(), buffer.size());
        if (got <= 0) {
            break;
        }
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

std::string Located::path(std::size_t count) const {
    std::string joined;
    for (std::size_t i = 0; i < count; ++i) {
        joined += (i == 0 ? "" : "/") + parts[i];
    }
    return joined.empty() ? "." : joined;
}

Result<Located> locate(int root, const std::string& path) {
    Located located;
    std::deque<std::string> todo;
    prepend(todo, path);
    int links = 0;
    while (!todo.empty()) {
        const std::string name = std::move(todo.front());
        todo.pop_front();
        if (name == "..") {
            if (!located.parts.empty()) {
                located.parts.pop_back();
            }
            located.existing = std::min(located.existing, located.parts.size());
            continue;
        }
        located.parts.push_back(name);
        if (located.existing + 1 < located.parts.size()) {
            continue;  // below something that does not exist
        }
        const Descriptor found = openBeneath(root, located.path(), O_PATH | O_NOFOLLOW);
        struct stat about {};
        if (!found || fstat(found.get(), &about) != 0) {
            if (errno != ENOENT) {
                return fail(Error::fromErrno("look up in the image", path));
            }
            continue;
        }
        if (!S_ISLNK(about.st_mode)) {
            located.existing = located.parts.size();
            continue;
        }
        std::array<char, PATH_MAX> target;
        const ssize_t length = readlinkat(found.get(), "", target.data(), target.size());
        if (length < 0 || ++links > kMaxLinks) {
            return fail(ErrorCode::Invalid, text::say("too many links on the way to {} in the image", path));
        }
        const std::string_view link(target.data(), static_cast<std::size_t>(length));
        located.parts.pop_back();
        if (link.starts_with('/')) {
            located.parts.clear();
            located.existing = 0;
        }
        prepend(todo, link);
    }
    return located;
}

}  // namespace slipway::worker
