// The row at the top: what project this is, the way to every command, what will be built, and the button that builds.
#pragma once

#include "window/panels.h"

#include <QToolBar>

class QLabel;
class QPushButton;
class QToolButton;

namespace slipway::window {

class Actions;

/// GUI thread; owned by the window.
class ToolBar : public QToolBar {
    Q_OBJECT
public:
    ToolBar(const Values& values, QWidget* parent);
    void connectActions(Actions& actions, Desk& desk);
    /// The small panels behind the buttons.
    void showBuildSettings();
    void showSettings();
    [[nodiscard]] QPushButton* buildButton() const { return m_build; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void chooseTarget();

    Values m_values;
    Actions* m_actions = nullptr;
    QLabel* m_name;
    QLabel* m_file;
    QPushButton* m_command;
    QPushButton* m_target;
    QPushButton* m_build;
    QToolButton* m_more;
};

}  // namespace slipway::window
