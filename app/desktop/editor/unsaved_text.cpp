#include "editor/unsaved_text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <csignal>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

// One thread, so that an older text never comes after a newer one. It ends with the application: one that outlived it
// would end after what Qt keeps per thread.
QThreadPool& writer() {
    static QPointer<QThreadPool> pool;
    if (!pool) {
        pool = new QThreadPool(QCoreApplication::instance());
        pool->setMaxThreadCount(1);
    }
    return *pool;
}

void write(const QString& file, const QByteArray& content) {
    QDir().mkpath(QFileInfo(file).path());
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly)) {
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        out.write(content);
        out.commit();
    }
}

/// Where what another process left waits for an answer, out of the way of what is typed now.
QString leftFileFor(const QString& path) { return UnsavedText::fileFor(path) + u".left"_s; }

/// Another window of ours that still runs has the file open: its text is that window's.
bool isRunning(pid_t process) {
    if (process == QCoreApplication::applicationPid())
        return true;
    QFile running(u"/proc/%1/comm"_s.arg(process));
    return process > 0 && kill(process, 0) == 0 && running.open(QIODevice::ReadOnly) &&
           running.readAll().startsWith("slipway-deskto");
}

std::optional<LeftBehind> leftBy(const QString& path, const QString& onDisk) {
    const QString left = leftFileFor(path);
    for (const QString& name : {UnsavedText::fileFor(path), left}) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        if (object.value(u"path"_s).toString() != path ||
            (name != left && isRunning(static_cast<pid_t>(object.value(u"process"_s).toInteger()))))
            continue;
        const QString text = object.value(u"text"_s).toString();
        if (text == onDisk) {
            file.remove();
            continue;
        }
        file.close();
        if (name != left) {
            QFile::remove(left);
            file.rename(left);
        }
        return LeftBehind{text, QDateTime::fromMSecsSinceEpoch(object.value(u"at"_s).toInteger())};
    }
    return {};
}

}  // namespace

UnsavedText::UnsavedText(QString path, std::function<QString()> text, QObject* parent)
    : QObject(parent), m_path(std::move(path)), m_text(std::move(text)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const QJsonObject object{{u"path"_s, m_path},
                                 {u"process"_s, QCoreApplication::applicationPid()},
                                 {u"at"_s, QDateTime::currentMSecsSinceEpoch()},
                                 {u"text"_s, m_text()}};
        writer().start(
            [file = fileFor(m_path), object] { write(file, QJsonDocument(object).toJson(QJsonDocument::Compact)); });
    });
}

UnsavedText::~UnsavedText() = default;

void UnsavedText::note() {
    // Not put off by further typing: at most this long is ever at stake.
    if (!m_timer.isActive())
        m_timer.start();
}

void UnsavedText::forget() {
    m_timer.stop();
    writer().start([file = fileFor(m_path)] { QFile::remove(file); });
}

void UnsavedText::forgetLeft(const QString& path) {
    writer().start([file = leftFileFor(path)] { QFile::remove(file); });
}

void UnsavedText::flush() {
    if (m_timer.isActive()) {
        m_timer.stop();
        QMetaObject::invokeMethod(&m_timer, "timeout", Qt::DirectConnection);
    }
    writer().waitForDone();
}

QString UnsavedText::fileFor(const QString& path) {
    const auto name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/unsaved/"_s +
           QString::fromLatin1(name) + u".json"_s;
}

QFuture<std::optional<LeftBehind>> UnsavedText::find(const QString& path, const QString& onDisk) {
    return QtConcurrent::run(&writer(), leftBy, path, onDisk);
}

}  // namespace slipway::editor
