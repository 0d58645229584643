#include "project/project_files.h"

#include <QDir>
#include <QtConcurrentRun>

#include <deque>
#include <utility>

namespace slipway::project {

QStringList filesBelow(const QString& folder, qsizetype most) {
    QStringList found;
    std::deque<QString> open{QString()};
    while (!open.empty() && found.size() < most) {
        const QString below = std::move(open.front());
        open.pop_front();
        const QDir directory(folder + u'/' + below);
        constexpr auto kKinds = QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot;
        for (const QFileInfo& info : directory.entryInfoList(kKinds, QDir::Name | QDir::IgnoreCase)) {
            const QString path = below.isEmpty() ? info.fileName() : below + u'/' + info.fileName();
            if (info.isFile())
                found << path;
            else if (!info.isSymLink() && info.fileName() != QLatin1StringView(".git"))
                open.push_back(path);
        }
    }
    found.resize(std::min(found.size(), most));
    return found;
}

ProjectFiles::ProjectFiles(Project& project, QObject* parent) : QObject(parent), m_project(project) {
    connect(&project, &Project::folderChanged, this, &ProjectFiles::look);
    connect(&project, &Project::diskChanged, this, &ProjectFiles::look);
    look();
}

void ProjectFiles::look() {
    if (m_project.folder().isEmpty())
        return;
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    QtConcurrent::run(filesBelow, m_project.folder(), kMost)
        .then(this, [this, folder = m_project.folder()](const QStringList& names) {
            m_looking = false;
            if (folder == m_project.folder()) {
                m_names = names;
                Q_EMIT changed();
            }
            if (std::exchange(m_again, false))
                look();
        });
}

}  // namespace slipway::project
