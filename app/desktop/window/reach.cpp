#include "window/reach.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

// The listener greets, the caller says what it wants and ends. One that hangs doesn't greet, and so never hears of what
// its caller has done without it.
constexpr QByteArrayView kGreeting("slipway 1\n");
constexpr int kPatienceMs = 1000;
constexpr qint64 kLongest = 64 * 1024;

// A window that someone can't see, or of another store, is none for them: their sockets have other names. Empty where
// the user has no folder for sockets.
QString socketFor(const QString& folder) {
    const QString runtime = qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")
                                ? QString()  // Qt would take /tmp, and say so
                                : QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (runtime.isEmpty() || !QDir(runtime).mkpath(u"slipway"_s))
        return {};
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (const QByteArray& part :
         {QFile::encodeName(folder), QGuiApplication::platformName().toUtf8(), qgetenv("DISPLAY"),
          qgetenv("WAYLAND_DISPLAY"), qgetenv("SLIPWAY_HOME"), qgetenv("XDG_DATA_HOME"), qgetenv("HOME")}) {
        digest.addData(part);
        digest.addData(QByteArrayView("\0", 1));
    }
    return runtime + u"/slipway/window-"_s + QString::fromLatin1(digest.result().toHex().first(16));
}

bool connects(QLocalSocket& socket, const QString& name) {
    socket.connectToServer(name);
    return socket.waitForConnected(kPatienceMs);
}

}  // namespace

QString folderToOpen(const QString& path) {
    const QFileInfo info(path);
    return !info.exists() ? QString() : info.isDir() ? info.canonicalFilePath() : info.absoluteDir().canonicalPath();
}

bool reachWindow(const QString& path) {
    const QString folder = folderToOpen(path);
    const QString name = folder.isEmpty() ? QString() : socketFor(folder);
    QLocalSocket socket;
    if (name.isEmpty() || !QFileInfo::exists(name) || !connects(socket, name))
        return false;
    while (socket.bytesAvailable() < kGreeting.size()) {
        if (!socket.waitForReadyRead(kPatienceMs))
            return false;
    }
    if (socket.readAll() != kGreeting)
        return false;
    socket.write(QFile::encodeName(QFileInfo(path).absoluteFilePath()) + '\0' + qgetenv("XDG_ACTIVATION_TOKEN"));
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(kPatienceMs))
            return false;
    }
    socket.disconnectFromServer();
    return true;
}

Reach::Reach(QObject* parent) : QObject(parent), m_server(new QLocalServer(this)) {
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &Reach::greet);
}
Reach::~Reach() = default;

void Reach::listenFor(const QString& folder) {
    m_server->close();
    const QString name = folder.isEmpty() ? QString() : socketFor(folder);
    if (name.isEmpty())
        return;
    if (QFileInfo::exists(name)) {
        // Of another window, or left behind by one that was killed.
        QLocalSocket other;
        if (connects(other, name))
            return;
        QLocalServer::removeServer(name);
    }
    if (!m_server->listen(name))
        qWarning("%s: %s", qPrintable(name), qPrintable(m_server->errorString()));
}

void Reach::greet() {
    while (QLocalSocket* caller = m_server->nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        connect(caller, &QLocalSocket::disconnected, this, [this, caller] {
            const QByteArray message = caller->read(kLongest);
            const qsizetype end = message.indexOf('\0');
            if (end > 0)
                Q_EMIT wanted(QFile::decodeName(message.first(end)), message.sliced(end + 1));
        });
        caller->write(kGreeting.data(), kGreeting.size());
    }
}

}  // namespace slipway::window
