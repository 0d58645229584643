#include "credentials.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>

namespace slipway::registry {

namespace {

constexpr qint64 kLimit = 1 << 20;

// Docker writes a host or a URL; Docker Hub is https://index.docker.io/v1/.
QString hostOf(const QString& key) {
    QString out = key.contains(QLatin1String("://")) ? QUrl(key).authority() : key.section(u'/', 0, 0);
    return out == QLatin1String("index.docker.io") || out == QLatin1String("registry-1.docker.io")
               ? QStringLiteral("docker.io")
               : out;
}

}  // namespace

QByteArray basicCredentials(const QString& registry) {
    const QString folder = qEnvironmentVariable("DOCKER_CONFIG", QDir::homePath() + QStringLiteral("/.docker"));
    QFile file(folder + QStringLiteral("/config.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject auths = QJsonDocument::fromJson(file.read(kLimit)).object()[QLatin1String("auths")].toObject();
    for (auto it = auths.begin(); it != auths.end(); ++it) {
        if (hostOf(it.key()) != hostOf(registry)) {
            continue;
        }
        const QJsonObject entry = it.value().toObject();
        if (const QByteArray auth = entry[QLatin1String("auth")].toString().toLatin1(); !auth.isEmpty()) {
            return auth;
        }
        const QString user = entry[QLatin1String("username")].toString();
        if (!user.isEmpty()) {
            return (user + u':' + entry[QLatin1String("password")].toString()).toUtf8().toBase64();
        }
    }
    return {};
}

}  // namespace slipway::registry
