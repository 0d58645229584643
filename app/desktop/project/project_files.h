// The names of the project's files, for whoever lets one be chosen by typing.
#pragma once

#include "project/file_search.h"
#include "project/project.h"

#include <QStringList>

#include <memory>

namespace slipway::project {

/// Files below a folder, relative to it, nearest first and then by name; without .git, links not followed. At most
/// `most`. Any thread; waits for the disk.
[[nodiscard]] QStringList filesBelow(const QString& folder, qsizetype most);

/// Keeps the list as the folder changes; reads in the background. GUI thread.
class ProjectFiles : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype kMost = 200'000;

    explicit ProjectFiles(Project& project, QObject* parent = nullptr);
    /// Never null.
    [[nodiscard]] std::shared_ptr<const FileSearch> search() const { return m_search; }
    [[nodiscard]] const QStringList& names() const { return m_search->paths(); }

Q_SIGNALS:
    void changed();

private:
    void look();

    Project& m_project;
    std::shared_ptr<const FileSearch> m_search = std::make_shared<FileSearch>();
    bool m_looking = false, m_again = false;
};

}  // namespace slipway::project
