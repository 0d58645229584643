// What a registry asks for in a 401 (RFC 9110, "WWW-Authenticate").
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMap>

#include <optional>

namespace slipway::registry {

struct Challenge {
    bool bearer = false;                      ///< else Basic
    QMap<QByteArray, QByteArray> parameters;  ///< names in lower case
};

/// The one that we can meet, Bearer before Basic.
[[nodiscard]] std::optional<Challenge> parseChallenge(const QByteArray& header);

}  // namespace slipway::registry
