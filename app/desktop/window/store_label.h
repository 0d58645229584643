// How much room the store takes, in the status bar.
#pragma once

#include <QLabel>

namespace slipway::project {
class Builds;
class Project;
}  // namespace slipway::project

namespace slipway::window {

/// Looks in the background, when the store opens and after each build. GUI thread.
class StoreLabel : public QLabel {
    Q_OBJECT
public:
    StoreLabel(project::Project& project, project::Builds& builds, QWidget* parent = nullptr);

private:
    void look();

    project::Project& m_project;
    bool m_looking = false, m_again = false;
};

}  // namespace slipway::window
