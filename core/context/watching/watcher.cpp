#include "watching/watcher.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace slipway::watching {

namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr std::size_t kMostNames = 1000;  // beyond it "something changed" says enough

int milliseconds(Watcher::Clock::duration time) {
    return static_cast<int>(std::max<std::int64_t>(0, std::chrono::ceil<Milliseconds>(time).count()));
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15U;
    return hash ^ (hash >> 31);
}

}  // namespace

// The file that says what is left out counts always, even where it leaves itself out.
bool Watcher::leftOut(const std::string& path, bool directory) const {
    if (path == ".dockerignore" || path.empty()) {
        return false;
    }
    const auto verdict = m_options.ignore.matches(path);
    return verdict.ignored && !(directory && m_options.ignore.mayContainExceptions(path, verdict));
}

void Watcher::walk(const std::string& directory, const std::stop_token& stop,
                   const std::function<bool(const std::string&, int, const char*, bool)>& visit) const {
    const std::string whole = directory.empty() ? m_options.root : m_options.root + "/" + directory;
    const int descriptor = open(whole.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR* stream = descriptor >= 0 ? fdopendir(descriptor) : nullptr;
    if (stream == nullptr) {
        if (descriptor >= 0) {
            close(descriptor);
        }
        return;  // gone, or not ours to read: a build will say so
    }
    std::vector<std::string> below;
    while (const dirent* found = stop.stop_requested() ? nullptr : readdir(stream)) {
        const std::string_view name(found->d_name);
        if (name == "." || name == "..") {
            continue;
        }
        std::string path = directory.empty() ? std::string(name) : directory + "/" + std::string(name);
        bool isDirectory = found->d_type == DT_DIR;
        struct stat status{};
        if (found->d_type == DT_UNKNOWN && fstatat(descriptor, found->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
            isDirectory = S_ISDIR(status.st_mode);
        }
        if (!leftOut(path, isDirectory) && visit(path, descriptor, found->d_name, isDirectory) && isDirectory) {
            below.push_back(std::move(path));
        }
    }
    closedir(stream);
    for (const std::string& path : below) {
        walk(path, stop, visit);
    }
}

// Watches first and lists then, so that what comes in between is seen by one of the two.
Result<> Watcher::watchBelow(const std::string& directory) {
    if (auto added = m_inotify->add(directory); !added) {
        return added.error().code == ErrorCode::NotFound || added.error().code == ErrorCode::Denied ? Result<>{}
                                                                                                    : added;
    }
    std::vector<std::string> below;
    const std::stop_token never;
    walk(directory, never, [&](const std::string& path, int, const char*, bool isDirectory) {
        if (isDirectory) {
            below.push_back(path);
        }
        return false;
    });
    for (const std::string& path : below) {
        if (auto done = watchBelow(path); !done) {
            return done;
        }
    }
    return {};
}

void Watcher::take(Inotify::What what, const std::string& path) {
    const bool directory = what == Inotify::What::DirectoryCame || what == Inotify::What::DirectoryWent;
    if (what != Inotify::What::Overflow && leftOut(path, directory)) {
        return;
    }
    if (what == Inotify::What::DirectoryWent) {
        m_inotify->removeBelow(path);
    } else if (what == Inotify::What::DirectoryCame || what == Inotify::What::Overflow) {
        if (const auto watched = watchBelow(path); !watched) {
            m_failure = watched.error();
        }
    }
    m_all = m_all || what == Inotify::What::Overflow || m_changed.size() >= kMostNames;
    if (!m_all) {
        m_changed.insert(path);
    }
    m_last = Clock::now();
    m_first = m_first.value_or(m_last);
}

int Watcher::timeout() const {
    if (!m_first) {
        return -1;
    }
    return milliseconds(std::min(m_last + m_options.quiet, *m_first + m_options.atMost) - Clock::now());
}

void Watcher::tellIfQuiet() {
    if (!m_first || timeout() > 0) {
        return;
    }
    m_listener.changed(m_all ? std::set<std::string>() : m_changed);
    m_changed.clear();
    m_all = false;
    m_first.reset();
}

void Watcher::watch(const std::stop_token& stop, int wake) {
    auto opened = Inotify::open(m_options.root, m_options.maxWatches);
    if (!opened) {
        m_failure = opened.error();
        return;
    }
    m_inotify.emplace(std::move(*opened));
    if (const auto watched = watchBelow({}); !watched) {
        m_failure = watched.error();
        return;
    }
    m_listener.ready();
    while (!stop.stop_requested() && !m_failure) {
        pollfd waits[] = {{wake, POLLIN, 0}, {m_inotify->descriptor(), POLLIN, 0}};
        (void)poll(waits, 2, timeout());
        m_inotify->read([this](Inotify::What what, const std::string& path) { take(what, path); });
        tellIfQuiet();
    }
}

std::uint64_t Watcher::fingerprint(const std::stop_token& stop) const {
    std::uint64_t sum = 0;
    walk({}, stop, [&](const std::string& path, int descriptor, const char* name, bool) {
        struct stat status{};
        if (fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
            std::uint64_t hash = std::hash<std::string>{}(path);
            for (const auto value :
                 {static_cast<std::uint64_t>(status.st_mode), static_cast<std::uint64_t>(status.st_size),
                  static_cast<std::uint64_t>(status.st_ino), static_cast<std::uint64_t>(status.st_ctim.tv_sec),
                  static_cast<std::uint64_t>(status.st_ctim.tv_nsec)}) {
                hash = mix(hash, value);
            }
            sum += hash;  // whatever the order of the listing is
        }
        return true;
    });
    return sum;
}

void Watcher::look(const std::stop_token& stop, int wake) {
    std::uint64_t before = fingerprint(stop);
    m_listener.lookingInIntervals(m_failure->message);
    if (m_first) {
        m_listener.changed({});
    }
    m_listener.ready();
    while (!stop.stop_requested()) {
        const auto begin = Clock::now();
        const std::uint64_t now = fingerprint(stop);
        if (now != before && !stop.stop_requested()) {
            before = now;
            m_listener.changed({});
        }
        // A large tree must not keep a core busy.
        const Clock::duration pause = std::max<Clock::duration>(m_options.interval, 20 * (Clock::now() - begin));
        pollfd waits[] = {{wake, POLLIN, 0}};
        (void)poll(waits, 1, milliseconds(pause));
    }
}

void Watcher::run(const std::stop_token& stop, int wake) {
    watch(stop, wake);
    if (m_failure && !stop.stop_requested()) {
        m_inotify.reset();
        look(stop, wake);
    }
}

}  // namespace slipway::watching
