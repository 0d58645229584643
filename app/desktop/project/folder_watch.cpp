#include "project/folder_watch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QThreadPool>

#include <array>
#include <deque>
#include <mutex>
#include <unordered_map>

#include <sys/inotify.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {
constexpr std::uint32_t kComes = IN_CREATE | IN_MOVED_TO;
constexpr std::uint32_t kGoes = IN_DELETE | IN_MOVED_FROM;
constexpr std::uint32_t kEvents =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR | IN_DONT_FOLLOW;
}  // namespace

struct FolderWatch::Watches {
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    QString folder;
    int above = -1;  ///< the watch of the folder that it lies in
    std::mutex mutex;
    std::unordered_map<int, QString> directories;
    ~Watches() {
        if (fd >= 0)
            ::close(fd);
    }
};

FolderWatch::FolderWatch(QObject* parent) : QObject(parent) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(120);
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT changed(std::exchange(m_pending, {})); });
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::watch(const QString& folder) {
    m_notifier.reset();
    m_pending.clear();
    m_watches = std::make_shared<Watches>();
    if (m_watches->fd < 0 || folder.isEmpty())
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_watches->fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &FolderWatch::read);
    m_watches->folder = folder;
    addAbove();
    addBelow(folder);
}

void FolderWatch::addAbove() {
    const QString above = QFileInfo(m_watches->folder).path();
    if (above != m_watches->folder)
        m_watches->above =
            inotify_add_watch(m_watches->fd, QFile::encodeName(above).constData(), kComes | kGoes | IN_ONLYDIR);
}

void FolderWatch::addBelow(const QString& directory) {
    QThreadPool::globalInstance()->start([watches = m_watches, directory] {
        std::deque<QString> open{directory};
        while (!open.empty()) {
            const QString next = open.front();
            open.pop_front();
            {
                const std::scoped_lock lock(watches->mutex);
                if (watches->directories.size() >= static_cast<std::size_t>(kMostDirectories))
                    return;
                const int watch = inotify_add_watch(watches->fd, QFile::encodeName(next).constData(), kEvents);
                if (watch < 0)
                    continue;
                watches->directories[watch] = next;
            }
            for (const QString& name :
                 QDir(next).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
                if (name != ".git"_L1)
                    open.push_back(next + u'/' + name);
            }
        }
    });
}

void FolderWatch::read() {
    alignas(inotify_event) std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t got = ::read(m_watches->fd, buffer.data(), buffer.size());
        if (got <= 0)
            break;
        const std::scoped_lock lock(m_watches->mutex);
        for (ssize_t at = 0; at < got;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            if (event->wd == m_watches->above) {
                const QString& folder = m_watches->folder;
                if (event->len == 0 || QFile::decodeName(event->name) != QFileInfo(folder).fileName())
                    continue;
                m_pending.insert(folder);
                if (event->mask & kComes)
                    addBelow(folder);
                continue;
            }
            const auto found = m_watches->directories.find(event->wd);
            if (found == m_watches->directories.end())
                continue;
            m_pending.insert(found->second);
            if (event->mask & IN_IGNORED)
                m_watches->directories.erase(found);
            else if (event->mask & IN_ISDIR && event->mask & (IN_CREATE | IN_MOVED_TO) && event->len > 0)
                addBelow(found->second + u'/' + QFile::decodeName(event->name));
        }
    }
    if (!m_pending.isEmpty() && !m_pause.isActive())
        m_pause.start();
}

}  // namespace slipway::project
