// The window: editor in the centre, panels as docks around it, menus, tool bar and status bar.
#pragma once

#include "project/project_files.h"
#include "window/panels.h"

#include <QMainWindow>

#include <functional>
#include <map>
#include <memory>

class QDockWidget;

namespace slipway::editor {
class DocumentPage;
class EditorArea;
}  // namespace slipway::editor

namespace slipway::window {

class Actions;
class EditorActions;
class StatusLine;
class ToolBar;

/// GUI thread; owned by main(). Opens and keeps its state in the application's settings.
class MainWindow : public QMainWindow, public Desk {
    Q_OBJECT
public:
    MainWindow(const Values& values, const std::vector<PanelFactory>& panels);
    ~MainWindow() override;

    /// Opens a folder, with its Dockerfile, or a file with its folder.
    void openPath(const QString& path);
    /// Lets other processes have it open what is in its folder (reach.h).
    void beReachable();

    void showPage(const QString& key, const QString& title, QWidget* page) override;
    void openFile(const QString& path, int line = 0) override;
    void showFile(const QString& path) override;
    void showPanel(const QString& id) override;
    void build(const QString& stage) override;
    void cancelBuild() override;
    [[nodiscard]] QList<QAction*> startActions() const override;
    [[nodiscard]] QAction* newFileAction() const override;
    [[nodiscard]] QAction* newDockerfileAction() const override;
    void say(const QString& sentence) override;
    void offerRemedies(const QString& path, int line, const QString& rule) override;
    void offerToMendAll(const QString& rule) override;
    void fileRenamed(const QString& from, const QString& to) override;
    void fileRemoved(const QString& path) override;
    void offer(PaletteSource source) override { m_offers.push_back(std::move(source)); }

    [[nodiscard]] editor::EditorArea& area() const { return *m_area; }
    [[nodiscard]] Actions& actions() const { return *m_actions; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void addPanels(const std::vector<PanelFactory>& panels);
    void addActions();
    void openDialog(bool folder);
    void buildAtCursor();
    void showFiles();
    /// What gives a page that was opened the focus.
    [[nodiscard]] std::function<void(editor::DocumentPage&)> focusIfInFront() const;
    void goToFailure();
    void comeToFront(const QByteArray& token);
    void restore();
    void sizeDocks();
    void remember();
    void rememberTabs();
    void openTabs();

    Values m_values;
    Actions* m_actions;
    editor::EditorArea* m_area;
    std::unique_ptr<EditorActions> m_editorActions;
    ToolBar* m_toolBar;
    StatusLine* m_status;
    std::vector<QDockWidget*> m_docks;
    std::map<Side, QDockWidget*> m_placed;
    project::ProjectFiles m_files;
    std::vector<PaletteSource> m_offers;
    bool m_fresh = false;      ///< nothing is remembered of how the docks were
    bool m_switching = false;  ///< tabs that close now close with their project
};

}  // namespace slipway::window
