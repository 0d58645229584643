// The panel of the project's files: open, new, rename, to the trash.
#pragma once

#include "project/analysis.h"
#include "project/project.h"
#include "theme/panel.h"

class QModelIndex;
class QTreeView;

namespace slipway::files {

class FileModel;
class UndoBar;

/// GUI thread.
class FilePanel : public theme::Panel {
    Q_OBJECT
public:
    FilePanel(const theme::Theme& theme, project::Project& project, project::Analysis& analysis,
              QWidget* parent = nullptr);

    void newFile();
    void newFolder();
    /// Opens it at once, for its name is known.
    void newDockerfile();
    void rename();
    void moveToTrash();
    /// The ignore file may have changed, on disk or as it is typed.
    void refreshIgnore();
    /// Something changed on disk: perhaps the folder itself went, or is back.
    void followDisk();

Q_SIGNALS:
    /// To look at; the focus stays in the list.
    void showAsked(const QString& path);
    /// To write in.
    void openAsked(const QString& path);
    void renamed(const QString& from, const QString& to);
    void removed(const QString& path);
    void failed(const QString& sentence);

private:
    void openFolder();
    void showMenu(const QPoint& at);
    void followDocument();
    void followForecast();
    [[nodiscard]] bool isFile(const QModelIndex& index) const;
    [[nodiscard]] QString targetFolder() const;
    /// False, said, where it can't be made.
    bool make(const QString& path, bool folder);
    void create(const QString& wanted, bool folder);
    /// Of what is new; one that is given up goes as it came.
    void endNaming(bool givenUp);
    void offerRename(const QString& from, const QString& to);
    void offerTrashed(const QString& path, const QString& inTrash);

    project::Project& m_project;
    project::Analysis& m_analysis;
    FileModel* m_model;
    QString m_fresh;        ///< a new file or folder that is being named: a file opens once that is done
    QString m_before;       ///< what was current before it
    QString m_problem;      ///< of the ignore file; told once
    bool m_gone = false;    ///< the folder, from disk
    int m_ignoreLooks = 0;  ///< how often the ignore file was read
    QTreeView* m_view;
    UndoBar* m_undo;
};

}  // namespace slipway::files
