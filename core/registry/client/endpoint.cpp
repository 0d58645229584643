#include "endpoint.h"

#include "http.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::registry {

namespace {

bool isPlainAllowed(const QUrl& url, const SourceOptions& options) {
    return isLoopback(url.host()) ||
           std::ranges::find(options.insecure, url.authority().toStdString()) != options.insecure.end() ||
           std::ranges::find(options.insecure, url.host().toStdString()) != options.insecure.end();
}

QUrl withScheme(const char* scheme, const QString& authority) {
    return QUrl(QLatin1String(scheme) + authority, QUrl::StrictMode);
}

}  // namespace

Result<QList<Endpoint>> endpointsOf(const std::string& registry, const SourceOptions& options) {
    QList<Endpoint> out;
    const auto [first, last] = options.mirrors.equal_range(registry);
    for (auto it = first; it != last; ++it) {
        const QUrl url(QString::fromStdString(it->second), QUrl::StrictMode);
        const bool plain = url.scheme() == QLatin1String("http");
        if (!url.isValid() || url.host().isEmpty() || (!plain && url.scheme() != QLatin1String("https"))) {
            return fail(ErrorCode::Invalid, text::say("the mirror \"{}\" of {} is not a URL like http://127.0.0.1:5000",
                                                      it->second, registry));
        }
        if (plain && !isPlainAllowed(url, options)) {
            return fail(ErrorCode::Invalid,
                        text::say("the mirror \"{}\" of {} is reached over plain HTTP, which anyone on the way can "
                                  "change; use https, or list it as insecure in the settings",
                                  it->second, registry));
        }
        out.append({url.authority(), {url}, true, isPlainAllowed(url, options)});
    }
    const QString name = QString::fromStdString(registry);
    const QString authority = registry == "docker.io" ? QStringLiteral("registry-1.docker.io") : name;
    const QUrl secure = withScheme("https://", authority);
    if (!secure.isValid() || secure.host().isEmpty()) {
        return fail(ErrorCode::Invalid, text::say("\"{}\" is not a registry's host name", registry));
    }
    Endpoint own{name, {secure}, false, isPlainAllowed(secure, options)};
    if (own.plainAllowed) {
        isLoopback(secure.host()) ? own.bases.prepend(withScheme("http://", authority))
                                  : own.bases.append(withScheme("http://", authority));
    }
    out.append(own);
    return out;
}

}  // namespace slipway::registry
