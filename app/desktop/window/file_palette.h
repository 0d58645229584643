// Go to a file of the project by a few letters of its path.
#pragma once

#include "project/project_files.h"
#include "theme/card.h"

class QLabel;
class QLineEdit;
class QListView;
class QStringListModel;

namespace slipway::window {

/// Searches all of the project's files with each letter, in the background. Return takes the file that is chosen,
/// Escape closes; it deletes itself then. GUI thread.
class FilePalette : public theme::Card {
    Q_OBJECT
public:
    FilePalette(const project::Project& project, const project::ProjectFiles& files, const theme::Theme& theme,
                QWidget* window);
    /// At the top of an area in global coordinates, in its middle.
    void open(const QRect& area);
    [[nodiscard]] QLineEdit& line() const { return *m_line; }
    /// The files that are offered, relative to the project's folder, the best first.
    [[nodiscard]] QStringList offered() const;

Q_SIGNALS:
    /// Relative to the project's folder.
    void picked(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void fill(const QStringList& found);
    void pick();

    const project::Project& m_project;
    const project::ProjectFiles& m_files;
    QLineEdit* m_line;
    QListView* m_view;
    QStringListModel* m_model;
    QLabel* m_none;
    qint64 m_turn = 0, m_shown = 0;  ///< of the letters typed, and of those whose files are shown
    bool m_taken = false;            ///< Return came before the files did
};

}  // namespace slipway::window
