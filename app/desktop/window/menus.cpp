#include "window/menus.h"

#include "window/actions.h"
#include "window/editor_actions.h"
#include "window/main_window.h"
#include "window/recent.h"

#include <QCoreApplication>
#include <QDir>
#include <QDockWidget>
#include <QMenuBar>

namespace slipway::window {
namespace {

void fill(QMenu& menu, const Actions& actions, std::initializer_list<const char*> ids) {
    for (const char* id : ids) {
        if (std::string_view(id) == "-")
            menu.addSeparator();
        else if (QAction* action = actions.action(id))
            menu.addAction(action);
    }
}

void fillBrought(QMenu& menu, const Actions& actions, const char* name) {
    for (const QByteArray& id : EditorActions::idsOf(name)) {
        if (id == "-")
            menu.addSeparator();
        else if (QAction* action = actions.action(id.constData()))
            menu.addAction(action);
    }
}

}  // namespace

void fillMenuBar(QMenuBar& bar, const Actions& actions, const std::vector<QDockWidget*>& docks, MainWindow& window) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway::window", text); };
    QMenu* file = bar.addMenu(tr("&File"));
    fill(*file, actions, {"file_new", "dockerfile_new", "file_open", "folder_open", "file_find"});
    QMenu* recent = file->addMenu(tr("Open &Recent"));
    QObject::connect(recent, &QMenu::aboutToShow, recent, [recent, &window] {
        recent->clear();
        for (const QString& folder : recentFolders())
            recent->addAction(QDir::toNativeSeparators(folder), recent, [folder, &window] { window.openPath(folder); });
        recent->setEnabled(!recent->isEmpty());
    });
    fill(*file, actions, {"-", "file_save", "file_save_all", "-", "file_close", "-", "quit"});
    fillBrought(*bar.addMenu(tr("&Edit")), actions, "edit");
    QMenu* editor = bar.addMenu(tr("E&ditor"));
    fillBrought(*editor, actions, "editor");
    fill(*editor, actions,
         {"-", "complete", "show_form", "mend", "mend_all", "rename", "format", "format_on_return", "-",
          "grow_selection", "shrink_selection"});
    fill(*bar.addMenu(tr("&Go")), actions,
         {"go_back", "go_forward", "-", "file_find", "go_symbol", "-", "go_definition", "go_references", "show_card",
          "-", "next_problem", "previous_problem", "build_failure"});
    QMenu* view = bar.addMenu(tr("&View"));
    fill(*view, actions, {"palette", "-"});
    for (QDockWidget* dock : docks)
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    fill(*view, actions, {"next_tab", "previous_tab", "focus_editor", "split_view", "other_pane", "-"});
    fillBrought(*view, actions, "view");
    fill(*view, actions, {"inlay_hints"});
    QMenu* theme = view->addMenu(tr("&Theme"));
    fill(*theme, actions, {"theme_system", "theme_light", "theme_dark"});
    fill(*bar.addMenu(tr("&Build")), actions,
         {"build_here", "build_last", "build_all", "-", "build_cancel", "build_failure", "-", "build_settings"});
    fill(*bar.addMenu(tr("&Settings")), actions, {"settings"});
}

}  // namespace slipway::window
