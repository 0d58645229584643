// Notices what changes below a folder.
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace slipway::project {

/// GUI thread. Directories are walked in the background; .git and what can't be read are left out. With more than
/// kMostDirectories it watches the first of them, nearest to the root first. A folder that goes and comes back, as one
/// that is mounted or checked out does, is watched again.
class FolderWatch : public QObject {
    Q_OBJECT
public:
    static constexpr int kMostDirectories = 20000;

    explicit FolderWatch(QObject* parent = nullptr);
    ~FolderWatch() override;
    void watch(const QString& folder);

Q_SIGNALS:
    /// Directories (absolute) in which something was made, written, renamed or removed; a moment after it.
    void changed(const QSet<QString>& directories);

private:
    struct Watches;
    void read();
    void addBelow(const QString& directory);
    void addAbove();

    std::shared_ptr<Watches> m_watches;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_pause;
    QSet<QString> m_pending;
};

}  // namespace slipway::project
