// The project's files as a model: the file system's, with what .dockerignore says of each.
#pragma once

#include "files/ignore_words.h"

#include <QFileSystemModel>
#include <QSet>
#include <QSortFilterProxyModel>

namespace slipway::files {

/// Folders first, by name; .git and what lies outside the folder are left out; no file is opened. GUI thread; the file
/// system is read in the model's own thread.
class FileModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole + 100, IgnoredRole, ChangedRole };

    explicit FileModel(QObject* parent = nullptr);

    void setFolder(const QString& folder);
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QModelIndex rootIndex() const;
    [[nodiscard]] QModelIndex indexOf(const QString& path) const;
    [[nodiscard]] QString path(const QModelIndex& index) const;
    void setIgnore(IgnoreWords words);
    /// Files (relative) that are why a step will run again.
    void setChanged(const QSet<QString>& paths);
    [[nodiscard]] QFileSystemModel& files() const { return *m_files; }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void renamed(const QString& from, const QString& to);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QFileSystemModel* m_files;
    QString m_folder;
    IgnoreWords m_ignore;
    QSet<QString> m_changed;
};

}  // namespace slipway::files
