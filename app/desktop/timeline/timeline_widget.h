// The timeline panel: which build it shows, and its steps in time.
#pragma once

#include "project/builds.h"
#include "project/selection.h"
#include "timeline/timeline_view.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;
class QToolButton;

namespace slipway::timeline {

/// GUI thread. Reads Builds and Selection; both outlive it.
class TimelineWidget : public QWidget {
    Q_OBJECT
public:
    TimelineWidget(project::Builds& builds, project::Selection& selection, const theme::Theme& theme,
                   QWidget* parent = nullptr);

    /// The chooser of builds, for the panel's title; owned by this widget until it is placed.
    [[nodiscard]] QToolButton* buildChooser() const { return m_chooser; }
    /// The action that fills the panel while it is empty: its text and shortcut are shown, a click triggers it.
    void setBuildAction(QAction* action);

    QSize sizeHint() const override { return {880, 280}; }

private:
    void showRun();
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
    QToolButton* m_fill;
    QStackedLayout* m_pages;
    QTimer m_clock;
    QElapsedTimer m_sinceEvent;  ///< time since the run last told its own
    bool m_selecting = false;
};

}  // namespace slipway::timeline
