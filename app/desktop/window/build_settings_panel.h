// The settings of this project's builds: target, tags, build arguments, cache, pull.
#pragma once

#include "window/panels.h"
#include "window/popup_panel.h"

namespace slipway::window {

class BuildSettingsPanel : public PopupPanel {
    Q_OBJECT
public:
    BuildSettingsPanel(const Values& values, QWidget* parent);

    /// "K=V" lines as values; a line without "=" has none and is left out.
    [[nodiscard]] static QMap<QString, QString> parseArgs(const QString& text);

private:
    void change(const std::function<void(project::BuildSettings&)>& how);

    Values m_values;
};

}  // namespace slipway::window
