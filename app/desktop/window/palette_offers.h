// What menus have besides actions, for the command palette: panels, and folders that were open.
#pragma once

#include "window/panels.h"

#include <vector>

class QDockWidget;

namespace slipway::window {

class MainWindow;

/// Goes to each panel, and closes those that are there.
[[nodiscard]] std::vector<PaletteEntry> panelEntries(const std::vector<QDockWidget*>& docks);
/// Opens each folder that was open lately, but for the one that is.
[[nodiscard]] std::vector<PaletteEntry> recentEntries(MainWindow& window, const QString& open);

}  // namespace slipway::window
