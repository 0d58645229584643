// Notices when another program gives, moves or removes a name of an image: slipway import, pull, tag or rm.
#pragma once

#include "project/project.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <optional>
#include <utility>
#include <vector>

namespace slipway::project {

/// GUI thread; owned by main(). Every change of the store's index is seen, our own too; once it is quiet the names are
/// compared with those of before, and only where they differ Project::tagsChanged() is sent.
class StoreWatch : public QObject {
    Q_OBJECT
public:
    explicit StoreWatch(Project& project, QObject* parent = nullptr);

private:
    using Tags = std::vector<std::pair<std::string, std::string>>;  ///< name and image
    void follow();
    void look();

    Project& m_project;
    QFileSystemWatcher m_files;
    QTimer m_pause;
    std::optional<Tags> m_tags;  ///< as they were; none before the first look
    bool m_looking = false;
};

}  // namespace slipway::project
