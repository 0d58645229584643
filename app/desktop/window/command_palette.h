// The palette: every action of the table, found by typing.
#pragma once

class QWidget;

namespace slipway::window {

class Actions;

/// Opens it above the window; it closes itself.
void showCommandPalette(QWidget& window, const Actions& actions);

}  // namespace slipway::window
