// The panel of the project's files: open, new, rename, to the trash.
#pragma once

#include "project/analysis.h"
#include "project/project.h"
#include "theme/panel.h"

class QTreeView;

namespace slipway::files {

class FileModel;

/// GUI thread.
class FilePanel : public theme::Panel {
    Q_OBJECT
public:
    FilePanel(const theme::Theme& theme, project::Project& project, project::Analysis& analysis,
              QWidget* parent = nullptr);

    void newFile();
    void newFolder();
    void rename();
    void moveToTrash();
    /// Something changed on disk in these directories: the ignore file may have.
    void refreshIgnore();

Q_SIGNALS:
    void openAsked(const QString& path);
    void renamed(const QString& from, const QString& to);
    void removed(const QString& path);
    void failed(const QString& sentence);

private:
    void openFolder();
    void showMenu(const QPoint& at);
    void followDocument();
    void followForecast();
    [[nodiscard]] QString targetFolder() const;
    void create(const QString& wanted, bool folder);

    project::Project& m_project;
    project::Analysis& m_analysis;
    FileModel* m_model;
    QTreeView* m_view;
};

}  // namespace slipway::files
