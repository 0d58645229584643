#include "project/build_history.h"

#include "project/past_build.h"

#include <QtConcurrentRun>

#include <ranges>

namespace slipway::project {

BuildHistory::BuildHistory(Project& project, Builds& builds, QObject* parent)
    : QObject(parent), m_project(project), m_builds(builds) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(400);
    connect(&m_pause, &QTimer::timeout, this, &BuildHistory::look);
    connect(&m_watch, &FolderWatch::changed, &m_pause, qOverload<>(&QTimer::start));
    connect(&project, &Project::folderChanged, this, [this] {
        m_builds.clear();
        look();
    });
    connect(&project, &Project::storeOpened, this, [this] {
        if (m_project.store())
            m_watch.watch(QString::fromStdString((m_project.store()->home() / "logs").string()));
        look();
    });
}

void BuildHistory::look() {
    if (!m_project.store() || m_project.folder().isEmpty())
        return;
    // A build of our own is in Builds already; it gets its number when it ends.
    if (m_builds.running()) {
        m_pause.start(2000);
        return;
    }
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    std::vector<qint64> known;
    for (const BuildRunPtr& run : m_builds.runs())
        known.push_back(run->storeId);
    const QString folder = m_project.folder();
    QtConcurrent::run([store = m_project.store(), folder, known] {
        return readPastBuilds(*store, folder, known);
    }).then(this, [this, folder](std::vector<PastBuild> builds) {
        m_reading = false;
        m_looked = true;
        if (folder == m_project.folder()) {
            for (PastBuild& past : builds | std::views::reverse) {
                const int number = m_builds.add(std::move(past.run));
                for (auto& [step, chunks] : past.logs)
                    m_builds.setLog(number, step, std::move(chunks));
            }
        }
        if (std::exchange(m_again, false))
            look();
    });
}

}  // namespace slipway::project
