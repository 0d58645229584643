// The settings of this project's builds: target, tags, build arguments, network, cache, pull.
#pragma once

#include "window/panels.h"
#include "window/popup_panel.h"

namespace slipway::window {

class CheckedLine;

/// Takes effect at once; what can't be taken is refused where it is typed, and the setting stays as it was.
class BuildSettingsPanel : public PopupPanel {
    Q_OBJECT
public:
    BuildSettingsPanel(const Values& values, QWidget* parent);

private:
    struct Args {
        QStringList lines;
        QString complaint;  ///< of the first line with something wrong
    };
    /// One argument a line; what is none is left out, with a complaint.
    [[nodiscard]] static Args readArgs(const QString& text);
    /// A row of words separated by blanks; `refusal` says why a word is none, or nothing.
    CheckedLine* addLine(const QString& label, const QString& now,
                         const std::function<QString(const QString& word)>& refusal,
                         const std::function<void(project::BuildSettings&, const QString& text)>& take);
    void change(const std::function<void(project::BuildSettings&)>& how);

    Values m_values;
};

}  // namespace slipway::window
