#include "http.h"

#include "text/say.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>

#include <future>

namespace slipway::registry {

namespace {

constexpr qint64 kReadBuffer = 4 << 20;
constexpr qsizetype kRefusalLimit = 64 << 10;

// http_proxy and its like, but never for this machine itself.
class EnvironmentProxy final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        return isLoopback(query.peerHostName()) ? QList{QNetworkProxy(QNetworkProxy::NoProxy)}
                                                : systemProxyForQuery(query);
    }
};

// The system's authorities, those of SSL_CERT_FILE and SSL_CERT_DIR, and those that Docker has for this host.
QSslConfiguration trust(const QUrl& url) {
    QSslConfiguration out = QSslConfiguration::defaultConfiguration();
    if (const QString file = qEnvironmentVariable("SSL_CERT_FILE"); !file.isEmpty()) {
        out.addCaCertificates(file);
    }
    const auto addFolder = [&](const QString& folder) {
        const QFileInfoList files =
            QDir(folder).entryInfoList({QStringLiteral("*.crt"), QStringLiteral("*.pem")}, QDir::Files);
        for (const QFileInfo& file : files) {
            out.addCaCertificates(file.filePath());
        }
    };
    if (const QString folder = qEnvironmentVariable("SSL_CERT_DIR"); !folder.isEmpty()) {
        addFolder(folder);
    }
    addFolder(QStringLiteral("/etc/docker/certs.d/") + url.authority());
    return out;
}

// One request on the network's thread.
class Exchange : public std::enable_shared_from_this<Exchange> {
public:
    explicit Exchange(const HttpRequest& request) : m_request(request) {}

    std::future<Result<HttpResponse>> future() { return m_promise.get_future(); }

    void start(QNetworkAccessManager& manager, std::chrono::milliseconds timeout) {
        if (m_done) {
            return;
        }
        QNetworkRequest request(m_request.url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setTransferTimeout(timeout);
        request.setRawHeader("User-Agent", "slipway");
        request.setRawHeader("Accept-Encoding", "identity");  // what is hashed is what was sent
        for (const auto& [name, value] : m_request.headers) {
            request.setRawHeader(name, value);
        }
        if (m_request.url.scheme() == QLatin1String("https")) {
            request.setSslConfiguration(trust(m_request.url));
        }
        m_seconds = std::max<long long>(1, timeout.count() / 1000);
        m_reply = manager.get(request);
        m_reply->setReadBufferSize(kReadBuffer);
        const auto self = shared_from_this();  // until it has finished
        QObject::connect(m_reply, &QNetworkReply::readyRead, m_reply, [self] { self->read(); });
        QObject::connect(m_reply, &QNetworkReply::sslErrors, m_reply, [self](const QList<QSslError>& errors) {
            self->m_certificate = errors.isEmpty() ? QString() : errors.front().errorString();
        });
        QObject::connect(m_reply, &QNetworkReply::finished, m_reply, [self] { self->finish(); });
    }

    void cancel() { end(Error(ErrorCode::Canceled, text::say("the transfer was canceled"))); }

private:
    [[nodiscard]] int status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

    void read() {
        if (m_done) {
            return;
        }
        const QByteArray bytes = m_reply->readAll();
        const bool wanted = status() == 200;
        m_received += static_cast<std::uint64_t>(bytes.size());
        if (!wanted) {
            m_body += bytes.left(std::max<qsizetype>(0, kRefusalLimit - m_body.size()));
            if (m_received > std::max<std::uint64_t>(m_request.limit, 16U << 20)) {
                end(Error(ErrorCode::Network, text::say("the answer is endless")));
            }
            return;
        }
        if (m_received > m_request.limit) {
            end(Error(ErrorCode::Invalid,
                      text::say("the answer is longer than the {} bytes that it may have", m_request.limit)));
        } else if (!m_request.sink) {
            m_body += bytes;
        } else if (auto taken = m_request.sink(bytes); !taken) {
            end(taken.error());
        }
    }

    void finish() {
        if (!m_done && m_reply->bytesAvailable() > 0) {
            read();
        }
        if (!m_done) {
            // Refusals (a 404, say) are errors for Qt and answers for us.
            const bool answered = status() != 0 && (m_reply->error() == QNetworkReply::NoError ||
                                                    m_reply->error() > QNetworkReply::UnknownProxyError);
            m_done = true;
            answered ? m_promise.set_value(response()) : m_promise.set_value(fail(networkError()));
        }
        m_reply->deleteLater();
        m_reply->disconnect();  // and with it the last hold on this
    }

    void end(Error error) {
        if (m_done) {
            return;
        }
        m_done = true;
        m_promise.set_value(fail(std::move(error)));
        if (m_reply) {
            m_reply->abort();
        }
    }

    HttpResponse response() const {
        const auto header = [&](const char* name) { return m_reply->rawHeader(QByteArray(name)); };
        return {status(),
                m_body,
                header("Content-Type"),
                header("WWW-Authenticate"),
                header("Location"),
                header("Retry-After"),
                header("Docker-Content-Digest"),
                header("Link")};
    }

    Error networkError() const {
        const std::string host = m_request.url.authority().toStdString();
        switch (m_reply->error()) {
            case QNetworkReply::HostNotFoundError:
                return {ErrorCode::Network, text::say("there is no host {}, or no network", host)};
            case QNetworkReply::ConnectionRefusedError:
                return {ErrorCode::Network, text::say("{} refuses connections: no registry runs there", host)};
            case QNetworkReply::TimeoutError:
            case QNetworkReply::OperationCanceledError:
                return {ErrorCode::Network, text::say("no answer from {} within {} s", host, m_seconds)};
            case QNetworkReply::RemoteHostClosedError:
                return {ErrorCode::Network, text::say("{} broke the connection off", host)};
            case QNetworkReply::SslHandshakeFailedError:
                if (m_certificate.isEmpty() && m_reply->errorString().contains(QLatin1String("wrong version number"))) {
                    return {ErrorCode::Network,
                            text::say("{} speaks HTTP, not HTTPS: where you trust all that lies between, name it under "
                                      "\"insecure\" in Slipway's settings",
                                      host)};
                }
                return {
                    m_certificate.isEmpty() ? ErrorCode::Network : ErrorCode::Denied,
                    text::say("the connection to {} can't be trusted: {}; where it has an authority of its own, name "
                              "its file in SSL_CERT_FILE",
                              host, (m_certificate.isEmpty() ? m_reply->errorString() : m_certificate).toStdString())};
            default:
                return {ErrorCode::Network,
                        text::say("no usable answer from {}: {}", host, m_reply->errorString().toStdString())};
        }
    }

    HttpRequest m_request;
    std::promise<Result<HttpResponse>> m_promise;
    QNetworkReply* m_reply = nullptr;
    QByteArray m_body;
    QString m_certificate;
    std::uint64_t m_received = 0;
    long long m_seconds = 0;
    bool m_done = false;
};

}  // namespace

bool isLoopback(const QString& host) {
    if (host == QLatin1String("localhost")) {
        return true;
    }
    QString plain = host;
    plain.remove(u'[').remove(u']');
    const QHostAddress address(plain);
    return !address.isNull() && address.isLoopback();
}

Http::Http(std::chrono::milliseconds timeout) : m_timeout(timeout), m_context(new QObject) {
    if (!QCoreApplication::instance()) {  // a program without Qt of its own: Qt's event loops ask for one
        static int count = 1;
        static char name[] = "slipway";
        static char* arguments[] = {name, nullptr};
        new QCoreApplication(count, arguments);
    }
    m_manager = new QNetworkAccessManager;
    m_manager->setProxyFactory(new EnvironmentProxy);
    m_manager->setParent(m_context);
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("registry"));
    m_thread.start();
}

Http::~Http() {
    m_thread.quit();
    m_thread.wait();
}

Result<HttpResponse> Http::get(const HttpRequest& request, const std::stop_token& stop) {
    const auto exchange = std::make_shared<Exchange>(request);
    auto answer = exchange->future();
    QMetaObject::invokeMethod(
        m_context, [exchange, manager = m_manager, timeout = m_timeout] { exchange->start(*manager, timeout); },
        Qt::QueuedConnection);
    const std::stop_callback canceling(stop, [exchange, this] {
        QMetaObject::invokeMethod(
            m_context, [exchange] { exchange->cancel(); }, Qt::QueuedConnection);
    });
    return answer.get();
}

}  // namespace slipway::registry
