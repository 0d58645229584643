// Go to a file of the project by a few letters of its path.
#pragma once

#include "project/project_files.h"
#include "theme/finder_card.h"

class QStringListModel;

namespace slipway::window {

/// Searches all of the project's files with each letter, in the background.
class FilePalette : public theme::FinderCard {
    Q_OBJECT
public:
    FilePalette(const project::Project& project, const project::ProjectFiles& files, const theme::Theme& theme,
                QWidget* window);
    /// The focus comes back to who has it now.
    void open(const QRect& area);
    /// The files that are offered, relative to the project's folder, the best first.
    [[nodiscard]] QStringList offered() const;

Q_SIGNALS:
    /// Relative to the project's folder.
    void picked(const QString& file);

protected:
    void pick() override;

private:
    void search();
    void fill(const QStringList& found);

    const project::Project& m_project;
    const project::ProjectFiles& m_files;
    QStringListModel* m_model;
    qint64 m_turn = 0, m_shown = 0;  ///< of the letters typed, and of those whose files are shown
    bool m_taken = false;            ///< Return came before the files did
};

}  // namespace slipway::window
