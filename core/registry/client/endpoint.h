// Where a registry is reached: its own address, or a mirror's.
#pragma once

#include "registry/image_source.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QUrl>

namespace slipway::registry {

struct Endpoint {
    QString registry;   ///< whose credentials it takes: the registry's name, or the mirror's host
    QList<QUrl> bases;  ///< to try in order until one answers; more than one where plain HTTP is allowed
    bool mirror = false;
    bool plainAllowed = false;
};

/// Mirrors in order, then the registry itself. Invalid for a mirror over plain HTTP that isn't allowed.
[[nodiscard]] Result<QList<Endpoint>> endpointsOf(const std::string& registry, const SourceOptions& options);

}  // namespace slipway::registry
