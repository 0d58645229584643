#include "project/settings_file.h"

#include <QCryptographicHash>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {

// A folder's path can't be a key as it is: slashes make groups.
QString groupOf(const QString& folder) {
    const auto digest = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex();
    return u"projects/"_s + QString::fromLatin1(digest.first(16));
}

QVariantMap toVariants(const QMap<QString, QString>& map) {
    QVariantMap result;
    for (const auto& [key, value] : map.asKeyValueRange())
        result.insert(key, value);
    return result;
}

QMap<QString, QString> toStrings(const QVariantMap& map) {
    QMap<QString, QString> result;
    for (const auto& [key, value] : map.asKeyValueRange())
        result.insert(key, value.toString());
    return result;
}

// They were kept as names and values once.
QStringList argsOf(const QVariant& kept) {
    QStringList lines = kept.toStringList();
    for (const auto& [name, value] : kept.toMap().asKeyValueRange())
        lines.append(name + u'=' + value.toString());
    return lines;
}

QString networkOf(const QString& text) { return text == "none"_L1 || text == "host"_L1 ? text : u"default"_s; }

}  // namespace

BuildSettings readBuildSettings(const QString& folder) {
    QSettings file;
    file.beginGroup(groupOf(folder));
    return {.target = file.value(u"target"_s).toString(),
            .all = file.value(u"all"_s).toBool(),
            .tags = toStrings(file.value(u"tags"_s).toMap()),
            .buildArgs = argsOf(file.value(u"build_args"_s)),
            .noCache = file.value(u"no_cache"_s).toBool(),
            .pull = file.value(u"pull"_s).toBool(),
            .network = networkOf(file.value(u"network"_s).toString()),
            .addHosts = file.value(u"add_hosts"_s).toString()};
}

void writeBuildSettings(const QString& folder, const BuildSettings& settings) {
    QSettings file;
    file.beginGroup(groupOf(folder));
    file.setValue(u"folder"_s, folder);
    file.setValue(u"target"_s, settings.target);
    file.setValue(u"all"_s, settings.all);
    file.setValue(u"tags"_s, toVariants(settings.tags));
    file.setValue(u"build_args"_s, settings.buildArgs);
    file.setValue(u"no_cache"_s, settings.noCache);
    file.setValue(u"pull"_s, settings.pull);
    file.setValue(u"network"_s, settings.network);
    file.setValue(u"add_hosts"_s, settings.addHosts);
}

}  // namespace slipway::project
