// Builds of the past, and those that another process ends meanwhile: read from the store in the background.
#pragma once

#include "project/builds.h"
#include "project/folder_watch.h"
#include "project/project.h"

#include <QObject>
#include <QTimer>

namespace slipway::project {

/// GUI thread; owned by main().
class BuildHistory : public QObject {
    Q_OBJECT
public:
    BuildHistory(Project& project, Builds& builds, QObject* parent = nullptr);
    /// Nothing is being read; for the picture and for tests.
    [[nodiscard]] bool idle() const { return !m_reading && m_looked; }
    void look();

private:
    Project& m_project;
    Builds& m_builds;
    FolderWatch m_watch;
    QTimer m_pause;
    bool m_reading = false, m_again = false, m_looked = false;
};

}  // namespace slipway::project
