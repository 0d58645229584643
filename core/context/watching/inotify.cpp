#include "watching/inotify.h"

#include "text/say.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace slipway::watching {

Result<Inotify> Inotify::open(std::string root, std::size_t maxWatches) {
    const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) {
        return fail(Error::fromErrno("watch", root));
    }
    return Inotify(descriptor, std::move(root), maxWatches);
}

Inotify::~Inotify() {
    if (m_descriptor >= 0) {
        close(m_descriptor);
    }
}

Inotify::Inotify(Inotify&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_root(std::move(other.m_root)),
      m_most(other.m_most),
      m_paths(std::move(other.m_paths)) {}

Result<> Inotify::add(const std::string& directory) {
    const std::string whole = directory.empty() ? m_root : m_root + "/" + directory;
    if (m_paths.size() >= m_most) {
        return fail(ErrorCode::NoSpace, text::say("no more than {} folders are watched", m_most));
    }
    constexpr std::uint32_t kMask = IN_CREATE | IN_DELETE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO |
                                    IN_DELETE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK;
    const int watch = inotify_add_watch(m_descriptor, whole.c_str(), kMask);
    if (watch >= 0) {
        m_paths.insert_or_assign(watch, directory);
        return {};
    }
    if (errno == ENOSPC) {
        return fail(ErrorCode::NoSpace,
                    text::say("the system lets no more folders be watched (fs.inotify.max_user_watches)"));
    }
    if (errno == ENOTDIR) {
        return fail(ErrorCode::NotFound, text::say("it is no folder any more"), whole);
    }
    return fail(Error::fromErrno("watch", whole));
}

void Inotify::removeBelow(const std::string& directory) {
    std::erase_if(m_paths, [&](const auto& watch) {
        const bool below = watch.second == directory || watch.second.starts_with(directory + "/");
        if (below) {
            inotify_rm_watch(m_descriptor, watch.first);
        }
        return below;
    });
}

void Inotify::read(const std::function<void(What, const std::string& path)>& tell) {
    alignas(inotify_event) char buffer[65536];
    while (true) {
        const ssize_t length = ::read(m_descriptor, buffer, sizeof buffer);
        if (length <= 0) {
            return;
        }
        for (ssize_t at = 0; at < length;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            if ((event->mask & IN_Q_OVERFLOW) != 0) {
                tell(What::Overflow, {});
                continue;
            }
            const auto watch = m_paths.find(event->wd);
            if (watch == m_paths.end()) {
                continue;  // of a watch that was given up
            }
            if ((event->mask & IN_IGNORED) != 0) {
                m_paths.erase(watch);
                continue;
            }
            std::string path = watch->second;
            if (event->len > 0) {
                path += path.empty() ? "" : "/";
                path += event->name;
            }
            const bool directory = (event->mask & IN_ISDIR) != 0 && event->len > 0;
            const bool came = directory && (event->mask & (IN_CREATE | IN_MOVED_TO)) != 0;
            const bool went = directory && (event->mask & IN_MOVED_FROM) != 0;
            tell(came ? What::DirectoryCame : went ? What::DirectoryWent : What::Changed, path);
        }
    }
}

}  // namespace slipway::watching
