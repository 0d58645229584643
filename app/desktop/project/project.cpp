#include "project/project.h"

#include "language/file_kind.h"
#include "project/settings_file.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::project {

Project::Project(QObject* parent) : QObject(parent) { m_quick.setMaxThreadCount(1); }
Project::~Project() = default;

void Project::open(const QString& folder) {
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_settings = readBuildSettings(folder);
    m_dockerfile.clear();
    Q_EMIT folderChanged();
    Q_EMIT settingsChanged();
    refreshDockerfile();
}

QString Project::name() const { return QFileInfo(m_folder).fileName(); }

QString Project::relative(const QString& path) const {
    const QString prefix = m_folder.endsWith(u'/') ? m_folder : m_folder + u'/';
    return !m_folder.isEmpty() && path.startsWith(prefix) ? path.mid(prefix.size()) : path;
}

void Project::add(Document* document) {
    m_documents.push_back(document);
    Q_EMIT documentsChanged();
}

void Project::remove(Document* document) {
    std::erase(m_documents, document);
    if (m_active == document)
        setActive(nullptr);
    Q_EMIT documentsChanged();
}

void Project::setActive(Document* document) {
    if (m_active != document) {
        m_active = document;
        Q_EMIT activeChanged();
    }
    refreshDockerfile();
}

void Project::noteEdit(Document* document) { Q_EMIT edited(document); }

Document* Project::document(const QString& path) const {
    const auto found = std::ranges::find_if(m_documents, [&](const Document* d) { return d->path() == path; });
    return found == m_documents.end() ? nullptr : *found;
}

QFuture<Result<>> Project::saveAll() {
    QList<QFuture<Result<>>> saves;
    for (Document* document : m_documents) {
        if (document->isModified())
            saves.append(document->save());
    }
    if (saves.isEmpty())
        return QtFuture::makeReadyValueFuture(Result<>{});
    return QtFuture::whenAll(saves.begin(), saves.end()).then([](const QList<QFuture<Result<>>>& results) -> Result<> {
        for (const QFuture<Result<>>& one : results) {
            if (one.resultCount() == 0)  // its document went before
                return fail(ErrorCode::Canceled, tr("A file was closed before it was saved.").toStdString());
            if (!one.result())
                return one.result();
        }
        return {};
    });
}

bool Project::isIgnoreFile(const QString& path) {
    return language::fileKindOfName(path.toStdString()) == language::FileKind::IgnoreFile;
}

bool Project::isDockerfile(const QString& path) {
    return language::fileKindOfName(path.toStdString()) == language::FileKind::Dockerfile;
}

void Project::refreshDockerfile() {
    QString next = m_dockerfile;
    if (m_active && isDockerfile(m_active->path())) {
        next = m_active->path();
    } else if (next.isEmpty() || !QFileInfo::exists(next)) {
        next.clear();
        for (const auto name : {"/Dockerfile"_L1, "/Containerfile"_L1}) {
            if (!m_folder.isEmpty() && next.isEmpty() && QFileInfo(m_folder + name).isFile())
                next = m_folder + name;
        }
    }
    if (next != m_dockerfile) {
        m_dockerfile = next;
        Q_EMIT dockerfileChanged();
    }
}

void Project::noteDiskChange(const QSet<QString>& directories) {
    if (directories.contains(m_folder))
        refreshDockerfile();
    Q_EMIT diskChanged(directories);
}

void Project::setSettings(const BuildSettings& settings) {
    if (settings == m_settings)
        return;
    m_settings = settings;
    writeBuildSettings(m_folder, settings);
    Q_EMIT settingsChanged();
}

void Project::setStore(std::shared_ptr<store::Store> store) {
    m_store = std::move(store);
    m_storeProblem.clear();
    Q_EMIT storeOpened();
}

void Project::refuseStore(const QString& reason) {
    m_storeProblem = reason;
    Q_EMIT storeRefused();
}

}  // namespace slipway::project
