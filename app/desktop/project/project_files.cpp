#include "project/project_files.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

namespace slipway::project {
namespace {

struct Entry {
    QString name;
    bool directory = false;
};

/// Files, links to files and directories, by name; a file is asked about only where its folder doesn't tell its kind.
std::vector<Entry> entriesOf(const QString& folder) {
    std::vector<Entry> out;
    std::error_code error;
    const std::filesystem::path path(folder.toStdString());
    for (auto at = std::filesystem::directory_iterator(path, error);
         !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
        std::error_code unknown;
        const bool link = at->is_symlink(unknown);
        const bool directory = !link && at->is_directory(unknown);
        if (directory || at->is_regular_file(unknown))
            out.push_back({QString::fromStdString(at->path().filename().string()), directory});
    }
    std::ranges::sort(out, [](const Entry& a, const Entry& b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.name < b.name;
    });
    return out;
}

}  // namespace

QStringList filesBelow(const QString& folder, qsizetype most) {
    QStringList found;
    std::deque<QString> open{QString()};
    while (!open.empty() && found.size() < most) {
        const QString below = std::move(open.front());
        open.pop_front();
        for (const Entry& entry : entriesOf(folder + u'/' + below)) {
            const QString path = below.isEmpty() ? entry.name : below + u'/' + entry.name;
            if (!entry.directory)
                found << path;
            else if (entry.name != QLatin1StringView(".git"))
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
    QtConcurrent::run([folder = m_project.folder()] {
        return std::make_shared<const FileSearch>(filesBelow(folder, kMost));
    }).then(this, [this, folder = m_project.folder()](const std::shared_ptr<const FileSearch>& search) {
        m_looking = false;
        if (folder == m_project.folder()) {
            m_search = search;
            Q_EMIT changed();
        }
        if (std::exchange(m_again, false))
            look();
    });
}

}  // namespace slipway::project
