// Credentials that `docker login` left in config.json.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace slipway::registry {

/// "user:password" in base64, as Basic authentication sends it; empty where there are none. Credentials that a helper
/// program keeps (credsStore) are not read.
[[nodiscard]] QByteArray basicCredentials(const QString& registry);

}  // namespace slipway::registry
