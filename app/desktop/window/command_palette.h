// The palette: every action of the table, and every stage, found by typing.
#pragma once

#include "window/panels.h"

namespace slipway::window {

class Actions;

/// Opens it above the window; it closes itself.
void showCommandPalette(QWidget& window, const Actions& actions, const Values& values, Desk& desk);

}  // namespace slipway::window
