// Talking to one endpoint about one repository: its scheme, its token, its redirects.
#pragma once

#include "challenge.h"
#include "endpoint.h"
#include "http.h"

#include <mutex>

namespace slipway::registry {

/// Any thread. Errors are whole sentences that name the host.
class Session {
public:
    Session(Http& http, Endpoint endpoint, const QString& repository)
        : m_http(http), m_endpoint(std::move(endpoint)), m_repository(repository) {}

    struct Manifest {
        QByteArray body;
        QByteArray contentType;
    };
    /// By tag or digest.
    Result<Manifest> manifest(const QString& reference, const std::stop_token& stop);
    /// The repository's tags, page after page.
    Result<std::vector<std::string>> tags(const std::stop_token& stop);
    /// Streams a blob into `sink`; it may not be longer than `size` bytes.
    Result<> blob(const QString& digest, std::uint64_t size, const std::function<Result<>(QByteArrayView)>& sink,
                  const std::stop_token& stop);

    [[nodiscard]] const Endpoint& endpoint() const { return m_endpoint; }

private:
    Result<QUrl> base(const std::stop_token& stop);
    Result<HttpResponse> fetch(const QString& path, const QByteArray& accept, std::uint64_t limit,
                               const std::function<Result<>(QByteArrayView)>& sink, const std::stop_token& stop,
                               const QString& query = {});
    Result<HttpResponse> follow(HttpRequest request, const QByteArray& authorization, const std::stop_token& stop);
    Result<QByteArray> authorize(const HttpResponse& refusal, const QUrl& base, const std::stop_token& stop);
    Result<QByteArray> token(const Challenge& challenge, const std::stop_token& stop);
    [[nodiscard]] Error refusal(const HttpResponse& response, const std::string& what) const;
    [[nodiscard]] std::string host() const { return m_endpoint.bases.front().authority().toStdString(); }

    Http& m_http;
    Endpoint m_endpoint;
    QString m_repository;
    std::mutex m_mutex;
    QUrl m_base;                 ///< the one that answered
    QByteArray m_authorization;  ///< header that worked last
};

}  // namespace slipway::registry
