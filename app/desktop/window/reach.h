// One window for a folder: who opens the folder again reaches the window that has it open.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

class QLocalServer;

namespace slipway::window {

/// The folder that opening a folder or file opens: itself, or where the file is. Empty where there is none.
[[nodiscard]] QString folderToOpen(const QString& path);

/// Has the window of another process that has this path's folder open show the path, and come to the front. False where
/// there is none, or it doesn't answer within a second. Waits; before there is a window.
[[nodiscard]] bool reachWindow(const QString& path);

/// Lets reachWindow() of other processes find a window: those of the same user, store and display. Where two windows
/// have one folder open, the first is found. GUI thread.
class Reach : public QObject {
    Q_OBJECT
public:
    explicit Reach(QObject* parent = nullptr);
    ~Reach() override;

    /// From now on for this folder and no other; an empty one is for none.
    void listenFor(const QString& folder);

Q_SIGNALS:
    /// `token` is the desktop's permission to come to the front; may be empty.
    void wanted(const QString& path, const QByteArray& token);

private:
    void greet();

    QLocalServer* m_server;
};

}  // namespace slipway::window
