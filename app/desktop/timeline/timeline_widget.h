// The timeline panel: which build it shows, and its steps in time.
#pragma once

#include "project/builds.h"
#include "project/selection.h"
#include "timeline/timeline_view.h"

#include <QTimer>
#include <QWidget>

class QStackedLayout;
class QToolButton;

namespace slipway::theme {
class StartPage;
}

namespace slipway::timeline {

/// GUI thread. Reads Builds and Selection; both outlive it.
class TimelineWidget : public QWidget {
    Q_OBJECT
public:
    TimelineWidget(project::Builds& builds, project::Selection& selection, const theme::Theme& theme,
                   QWidget* parent = nullptr);

    /// The chooser of builds, for the panel's title; owned by this widget until it is placed.
    [[nodiscard]] QToolButton* buildChooser() const { return m_chooser; }
    /// What fills the panel while it is empty: the first of them that can be triggered.
    void setStart(const QList<QAction*>& actions);

    QSize sizeHint() const override { return {880, 280}; }

Q_SIGNALS:
    /// A step was clicked: what it printed is wanted.
    void logWanted();

private:
    void showRun();
    /// Brings what runs, or failed, into view until someone chooses or scrolls.
    void followRunning();
    void select(const project::Chosen& chosen);
    void choose(const QModelIndex& index, bool reveal);
    void fillMenu();
    void updateChooser();
    void tick();

    project::Builds& m_builds;
    project::Selection& m_selection;
    TimelineModel m_model;
    Zoom m_zoom;
    TimelineView* m_view;
    QToolButton* m_chooser;
    theme::StartPage* m_start;  ///< of a panel without a row
    QStackedLayout* m_pages;
    QTimer m_clock;
    bool m_selecting = false;
    bool m_following = false;
};

}  // namespace slipway::timeline
