// Starts builds of the project and feeds what happens into Builds.
#pragma once

#include "project/builds.h"
#include "project/project.h"

#include <QObject>

#include <memory>

namespace slipway::project {

/// GUI thread; owned by main(). One build at a time.
class BuildStarter : public QObject {
    Q_OBJECT
public:
    BuildStarter(Project& project, Builds& builds, QObject* parent = nullptr);
    ~BuildStarter() override;  ///< cancels what runs, and waits for its end (within 1 s)

    /// Builds a stage (name or number; empty: the last) of the project's Dockerfile as it is on disk, with its
    /// settings.
    Result<> start(const QString& stage, bool all);
    void cancel();

private:
    struct Running;

    Project& m_project;
    Builds& m_builds;
    std::unique_ptr<Running> m_running;
};

}  // namespace slipway::project
