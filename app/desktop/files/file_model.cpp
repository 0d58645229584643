#include "files/file_model.h"

#include <QAbstractFileIconProvider>
#include <QDir>

using namespace Qt::StringLiterals;

namespace slipway::files {

namespace {

/// Calls every file a file. Qt's own provider opens every file whose name tells it nothing and reads its first
/// bytes, in the GUI thread too when a folder changes: a file whose read waits (/proc/kmsg, a share that is gone)
/// would stop the window.
class UnopenedFiles : public QAbstractFileIconProvider {
public:
    [[nodiscard]] QIcon icon(const QFileInfo&) const override { return {}; }
    /// Not empty: the model takes a file with no kind for one that hasn't changed, and never shows it.
    [[nodiscard]] QString type(const QFileInfo&) const override { return u"file"_s; }
};

/// Outlives every model: a model's thread asks it until the model is gone.
UnopenedFiles& unopenedFiles() {
    static UnopenedFiles provider;
    return provider;
}

/// Whether `path` is `folder` or lies in it; both clean and absolute. Nothing lies in no folder.
bool isWithin(const QString& path, const QString& folder) {
    return path == folder || (!folder.isEmpty() && path.startsWith(folder.endsWith(u'/') ? folder : folder + u'/'));
}

}  // namespace

FileModel::FileModel(QObject* parent) : QSortFilterProxyModel(parent), m_files(new QFileSystemModel(this)) {
    m_files->setIconProvider(&unopenedFiles());
    m_files->setOption(QFileSystemModel::DontResolveSymlinks);
    m_files->setFilter(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    m_files->setReadOnly(false);
    setSourceModel(m_files);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    sort(0);
    connect(m_files, &QFileSystemModel::fileRenamed, this,
            [this](const QString& folder, const QString& from, const QString& to) {
                Q_EMIT renamed(folder + u'/' + from, folder + u'/' + to);
            });
}

void FileModel::setFolder(const QString& folder) {
    m_folder = folder.isEmpty() ? QString() : QDir::cleanPath(folder);
    m_files->setRootPath(m_folder);
    invalidateFilter();
}

QModelIndex FileModel::rootIndex() const { return indexOf(m_folder); }
QModelIndex FileModel::indexOf(const QString& path) const {
    return path.isEmpty() ? QModelIndex() : mapFromSource(m_files->index(path));
}
QString FileModel::path(const QModelIndex& index) const {
    return index.isValid() ? m_files->filePath(mapToSource(index)) : QString();
}

void FileModel::setIgnore(IgnoreWords words) {
    m_ignore = std::move(words);
    const QModelIndex root = rootIndex();
    if (const int rows = rowCount(root); rows > 0)
        Q_EMIT dataChanged(index(0, 0, root), index(rows - 1, 0, root));
}

void FileModel::setChanged(const QSet<QString>& paths) {
    if (paths == m_changed)
        return;
    const QSet<QString> before = std::exchange(m_changed, paths);
    for (const QString& relative : before + paths) {
        const QModelIndex changed = indexOf(m_folder + u'/' + relative);
        if (changed.isValid())
            Q_EMIT dataChanged(changed, changed, {ChangedRole});
    }
}

QVariant FileModel::data(const QModelIndex& index, int role) const {
    const auto relative = [&] { return path(index).mid(m_folder.size() + 1); };
    switch (role) {
        case PathRole:
            return path(index);
        case IgnoredRole:
            return m_ignore.whyIgnored(relative());
        case ChangedRole:
            return m_changed.contains(relative());
        case Qt::ToolTipRole: {
            const QString why = m_ignore.whyIgnored(relative());
            return why.isEmpty() ? QDir::toNativeSeparators(relative()) : why;
        }
        case Qt::DecorationRole:
            return {};
        default:
            return QSortFilterProxyModel::data(index, role);
    }
}

bool FileModel::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = m_files->index(row, 0, parent);
    const QString path = m_files->filePath(index);
    if (!isWithin(path, m_folder) && !isWithin(m_folder, path))
        return false;
    return m_files->fileName(index) != ".git"_L1 || !m_files->isDir(index);
}

bool FileModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const bool leftDir = m_files->isDir(left);
    if (leftDir != m_files->isDir(right))
        return leftDir;
    return QString::compare(m_files->fileName(left), m_files->fileName(right), Qt::CaseInsensitive) < 0;
}

}  // namespace slipway::files
