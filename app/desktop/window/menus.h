// The menu bar, from the table of actions.
#pragma once

#include <vector>

class QDockWidget;
class QMenuBar;

namespace slipway::window {

class Actions;
class MainWindow;

void fillMenuBar(QMenuBar& bar, const Actions& actions, const std::vector<QDockWidget*>& docks, MainWindow& window);

}  // namespace slipway::window
