// The application's settings: theme, code font, keys, registry mirror.
#pragma once

#include "window/panels.h"
#include "window/popup_panel.h"

namespace slipway::window {

class Actions;
struct CommandLine;

class SettingsPanel : public PopupPanel {
    Q_OBJECT
public:
    SettingsPanel(const Values& values, Actions& actions, QWidget* parent);
};

/// What was chosen before, applied at the start; the command line goes first.
void applySettings(theme::Theme& theme, const CommandLine& line);

}  // namespace slipway::window
