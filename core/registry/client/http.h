// HTTP for callers that wait: requests run on one thread of their own, with its event loop.
#pragma once

#include "text/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QThread>
#include <QtCore/QUrl>

#include <chrono>
#include <functional>
#include <stop_token>
#include <utility>

class QNetworkAccessManager;

namespace slipway::registry {

struct HttpRequest {
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::uint64_t limit = 0;  ///< bytes of the answer's body; more is Invalid
    /// Takes the body of a 200 as it comes, on the network's thread; an error ends the transfer. Without one it is
    /// kept.
    std::function<Result<>(QByteArrayView bytes)> sink;
};

struct HttpResponse {
    int status = 0;
    QByteArray body;  ///< at most 64 KiB unless it is a 200
    QByteArray contentType, authenticate, location, retryAfter, contentDigest, link;
};

/// Any thread; several requests at once.
class Http {
public:
    explicit Http(std::chrono::milliseconds timeout);
    ~Http();
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;

    /// One exchange; redirects and refusals are answers like others. Network where there is none, Canceled by `stop`.
    Result<HttpResponse> get(const HttpRequest& request, const std::stop_token& stop);

private:
    std::chrono::milliseconds m_timeout;
    QThread m_thread;
    QObject* m_context = nullptr;  ///< lives on m_thread, with the access manager
    QNetworkAccessManager* m_manager = nullptr;
};

/// True for localhost, 127.0.0.0/8 and ::1.
[[nodiscard]] bool isLoopback(const QString& host);

}  // namespace slipway::registry
