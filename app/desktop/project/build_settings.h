// What a build of this project is given besides its folder; remembered per project.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace slipway::project {

struct BuildSettings {
    QString target;               ///< stage name or number; empty is the last stage
    bool all = false;             ///< every stage
    QMap<QString, QString> tags;  ///< stage → names for its image, separated by blanks
    QStringList buildArgs;        ///< "NAME=value", or "NAME" with what the environment has; others are left out
    bool noCache = false;
    bool pull = false;
    QString network = QStringLiteral("default");  ///< of RUNs that say nothing: "default", "none" or "host"
    QString addHosts;                             ///< "NAME:ADDRESS", separated by blanks; others are left out
    friend bool operator==(const BuildSettings&, const BuildSettings&) = default;
};

}  // namespace slipway::project
