// How much room the store takes, in the status bar.
#pragma once

#include <QLabel>

namespace slipway::project {
class Builds;
class Project;
}  // namespace slipway::project

namespace slipway::theme {
class Theme;
}

namespace slipway::window {

/// Looks in the background, when the store opens, an image gets a name, and after each build; says so where there is
/// none. GUI thread.
class StoreLabel : public QLabel {
    Q_OBJECT
public:
    StoreLabel(project::Project& project, project::Builds& builds, const theme::Theme& theme,
               QWidget* parent = nullptr);

private:
    void look();
    void sayRefusal();

    project::Project& m_project;
    const theme::Theme& m_theme;
    bool m_looking = false, m_again = false;
};

}  // namespace slipway::window
