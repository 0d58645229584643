#include "window/command_palette.h"

#include "window/actions.h"

#include <KCommandBar>

namespace slipway::window {

void showCommandPalette(QWidget& window, const Actions& actions) {
    QList<KCommandBar::ActionGroup> groups;
    for (const Actions::Entry& entry : actions.entries()) {
        if (!entry.action->isEnabled() || entry.action->objectName() == QLatin1StringView("palette"))
            continue;
        if (groups.isEmpty() || groups.last().name != entry.group)
            groups.append({entry.group, {}});
        groups.last().actions.append(entry.action);
    }
    auto* bar = new KCommandBar(&window);
    bar->setAttribute(Qt::WA_DeleteOnClose);
    bar->setActions(groups);
    bar->show();
}

}  // namespace slipway::window
