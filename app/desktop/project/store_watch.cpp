#include "project/store_watch.h"

#include "store/store.h"

#include <QDir>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {
constexpr int kQuietMs = 300;
}

StoreWatch::StoreWatch(Project& project, QObject* parent) : QObject(parent), m_project(project) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kQuietMs);
    connect(&m_pause, &QTimer::timeout, this, &StoreWatch::look);
    connect(&m_files, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&project, &Project::storeOpened, this, &StoreWatch::follow);
    follow();
}

void StoreWatch::follow() {
    if (const QStringList old = m_files.files() + m_files.directories(); !old.isEmpty())
        m_files.removePaths(old);
    m_tags.reset();
    if (m_project.store())
        look();
}

void StoreWatch::look() {
    const auto store = m_project.store();
    if (!store)
        return;
    if (m_looking) {
        m_pause.start();
        return;
    }
    // What is written goes into the log beside the index first, which may be another file by now.
    const QString home = QString::fromStdString(store->home().string()), log = home + u"/index.sqlite-wal"_s;
    if (!m_files.files().contains(log))
        m_files.addPath(log);
    // A store that nobody wrote to yet has none: it comes into its folder.
    if (m_files.directories().isEmpty())
        m_files.addPath(home);
    m_looking = true;
    QtConcurrent::run([store]() -> std::optional<Tags> {
        const auto tags = store->tags();
        if (!tags)
            return std::nullopt;
        Tags now;
        for (const store::Tag& tag : *tags)
            now.emplace_back(tag.name, tag.image.toString());
        return now;
    }).then(this, [this, store](std::optional<Tags> now) {
        m_looking = false;
        if (store != m_project.store())
            return look();
        if (!now)
            return;
        const bool differ = m_tags && *m_tags != *now;
        m_tags = std::move(now);
        if (differ)
            Q_EMIT m_project.tagsChanged();
    });
}

}  // namespace slipway::project
