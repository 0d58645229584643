#include "window/palette_offers.h"

#include "window/main_window.h"
#include "window/recent.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QDir>
#include <QDockWidget>

namespace slipway::window {
namespace {

// Its list or text rather than a button of its title.
void focusIn(const QDockWidget& dock) {
    for (auto* area : dock.widget()->findChildren<QAbstractScrollArea*>()) {
        if (area->isVisible() && area->focusPolicy() != Qt::NoFocus)
            return area->setFocus();
    }
    for (auto* child : dock.widget()->findChildren<QWidget*>()) {
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0)
            return child->setFocus();
    }
}

}  // namespace

std::vector<PaletteEntry> panelEntries(const std::vector<QDockWidget*>& docks) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway::window", text); };
    std::vector<PaletteEntry> entries;
    const QString group = tr("Panel");
    for (QDockWidget* dock : docks)
        entries.push_back({group, tr("Go to %1").arg(dock->windowTitle()), [dock] {
                               dock->show();
                               dock->raise();
                               focusIn(*dock);
                           }});
    for (QDockWidget* dock : docks) {
        if (!dock->isHidden())
            entries.push_back({group, tr("Close %1").arg(dock->windowTitle()), [dock] { dock->hide(); }});
    }
    return entries;
}

std::vector<PaletteEntry> recentEntries(MainWindow& window, const QString& open) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway::window", text); };
    std::vector<PaletteEntry> entries;
    for (const QString& folder : recentFolders()) {
        if (folder != open)
            entries.push_back({tr("Open Recent"), QDir::toNativeSeparators(folder).replace(u'&', QStringLiteral("&&")),
                               [folder, &window] { window.openPath(folder); }});
    }
    return entries;
}

}  // namespace slipway::window
