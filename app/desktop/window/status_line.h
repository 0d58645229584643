// The row at the bottom: what runs, with Cancel; problems, place, encoding, and how much there is.
#pragma once

#include "window/panels.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QPushButton;

namespace slipway::editor {
class EditorArea;
}

namespace slipway::window {

class Actions;

class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(const Values& values, const editor::EditorArea& area, QWidget* parent);
    void connectActions(const Actions& actions, Desk& desk);
    /// The message as far as there is room for it; the whole of it is the tooltip.
    [[nodiscard]] QString shownMessage() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect messageRect() const;
    void followBuild();
    void followPlace();
    void followProblems();
    void followContext();

    Values m_values;
    QTimer m_clock;                      ///< while a build runs
    const QAction* m_failure = nullptr;  ///< goes to the failed step
    const editor::EditorArea& m_area;
    QLabel* m_build;
    QPushButton* m_cancel;
    QPushButton* m_problems;
    QLabel* m_place;
    QLabel* m_encoding;
    QLabel* m_context;
};

}  // namespace slipway::window
