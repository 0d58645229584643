#include "session.h"

#include "credentials.h"
#include "image/manifest.h"
#include "text/say.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrlQuery>

namespace slipway::registry {

namespace {

constexpr int kRedirects = 10;
constexpr std::uint64_t kTokenLimit = 1U << 20, kTagsLimit = 8U << 20;
constexpr int kMostPages = 20;

// Everything but the answers that send us elsewhere.
bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isSameOrigin(const QUrl& a, const QUrl& b) {
    const int standard = a.scheme() == QLatin1String("https") ? 443 : 80;
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(standard) == b.port(standard);
}

// The query of the page that follows, out of `</v2/x/tags/list?n=1000&last=a>; rel="next"`; empty where none does.
QString nextPage(const QByteArray& link) {
    const qsizetype begin = link.indexOf('<') + 1;
    const qsizetype end = link.indexOf('>', begin);
    const bool isNext = begin > 0 && end > begin && link.mid(end).contains("next");
    return isNext ? QUrl(QString::fromUtf8(link.mid(begin, end - begin))).query(QUrl::FullyEncoded) : QString();
}

// With the registry's own words, where it has any.
std::string withWordsOf(const HttpResponse& response, std::string sentence) {
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    const QString message =
        json[QLatin1String("errors")][0][QLatin1String("message")].toString().simplified().left(200);
    return message.isEmpty() ? std::move(sentence) : text::say("{} (it says: {})", sentence, message.toStdString());
}

}  // namespace

Result<QUrl> Session::base(const std::stop_token& stop) {
    const std::lock_guard lock(m_mutex);
    if (!m_base.isEmpty()) {
        return m_base;
    }
    if (m_endpoint.bases.size() == 1) {
        m_base = m_endpoint.bases.front();
        return m_base;
    }
    // Which of http and https is spoken there? A certificate that can't be trusted is an answer, too: no way round it.
    std::optional<Error> first;
    for (const QUrl& candidate : std::as_const(m_endpoint.bases)) {
        HttpRequest request;
        request.url = candidate;
        request.url.setPath(candidate.path() + QStringLiteral("/v2/"));
        request.limit = 64U << 10;
        const auto answer = m_http.get(request, stop);
        if (answer && answer->status != 400) {
            m_base = candidate;
            return m_base;
        }
        if (!answer && (answer.error().code == ErrorCode::Canceled || answer.error().code == ErrorCode::Denied)) {
            return fail(answer.error());
        }
        if (!first && !answer) {
            first = answer.error();
        }
    }
    return fail(first.value_or(Error(ErrorCode::Network, text::say("{} does not answer as a registry", host()))));
}

Result<HttpResponse> Session::follow(HttpRequest request, const QByteArray& authorization,
                                     const std::stop_token& stop) {
    const QUrl origin = request.url;
    const auto headers = request.headers;
    for (int i = 0; i <= kRedirects; ++i) {
        request.headers = headers;
        if (!authorization.isEmpty() && isSameOrigin(request.url, origin)) {
            request.headers.append({"Authorization", authorization});
        }
        auto answer = m_http.get(request, stop);
        if (!answer || !isRedirect(answer->status)) {
            return answer;
        }
        const QUrl next = request.url.resolved(QUrl(QString::fromUtf8(answer->location)));
        const bool plain = next.scheme() == QLatin1String("http");
        if (!next.isValid() || next.host().isEmpty() || (!plain && next.scheme() != QLatin1String("https"))) {
            return fail(ErrorCode::Network, text::say("{} sends us to an address that can't be used", host()));
        }
        if (plain && request.url.scheme() == QLatin1String("https") && !m_endpoint.plainAllowed) {
            return fail(ErrorCode::Network, text::say("{} sends us from https to plain http, to {}", host(),
                                                      next.authority().toStdString()));
        }
        request.url = next;
    }
    return fail(ErrorCode::Network, text::say("{} sends us from address to address without end", host()));
}

Result<QByteArray> Session::token(const Challenge& challenge, const std::stop_token& stop) {
    QUrl realm(QString::fromUtf8(challenge.parameters.value("realm")));
    const bool secret = realm.scheme() == QLatin1String("https") || isLoopback(realm.host()) || m_endpoint.plainAllowed;
    if (!realm.isValid() || realm.host().isEmpty() ||
        (realm.scheme() != QLatin1String("https") && realm.scheme() != QLatin1String("http"))) {
        return fail(ErrorCode::Network, text::say("{} asks for a token from an address that can't be used", host()));
    }
    QUrlQuery query(realm);
    const QByteArray service = challenge.parameters.value("service");
    if (!service.isEmpty()) {
        query.addQueryItem(QStringLiteral("service"),
                           QString::fromUtf8(QUrl::toPercentEncoding(QString::fromUtf8(service))));
    }
    const QByteArray scope = challenge.parameters.value("scope", "repository:" + m_repository.toUtf8() + ":pull");
    query.addQueryItem(QStringLiteral("scope"),
                       QString::fromUtf8(QUrl::toPercentEncoding(QString::fromUtf8(scope), ":/,")));
    realm.setQuery(query);
    const QByteArray basic = basicCredentials(m_endpoint.registry);
    if (!basic.isEmpty() && !secret) {
        return fail(ErrorCode::Denied,
                    text::say("{} wants the password sent to {} over plain HTTP, where anyone on the way can read it",
                              host(), realm.host().toStdString()));
    }
    HttpRequest request;
    request.url = realm;
    request.limit = kTokenLimit;
    const auto answer = follow(std::move(request), basic.isEmpty() ? QByteArray() : "Basic " + basic, stop);
    if (!answer) {
        return fail(answer.error());
    }
    const QJsonObject json = QJsonDocument::fromJson(answer->body).object();
    QString token = json[QLatin1String("token")].toString();
    if (token.isEmpty()) {
        token = json[QLatin1String("access_token")].toString();
    }
    if (answer->status == 401 || answer->status == 403) {
        return fail(refusal(*answer, {}));
    }
    if (answer->status != 200 || token.isEmpty() || token.contains(u'\n') || token.contains(u'\r')) {
        return fail(ErrorCode::Network, text::say("{} gives no token for {}", realm.authority().toStdString(), host()));
    }
    return "Bearer " + token.toUtf8();
}

Result<QByteArray> Session::authorize(const HttpResponse& response, const QUrl& url, const std::stop_token& stop) {
    const auto challenge = parseChallenge(response.authenticate);
    if (challenge && challenge->bearer) {
        return token(*challenge, stop);
    }
    const QByteArray basic = basicCredentials(m_endpoint.registry);
    if (!challenge || basic.isEmpty()) {
        return fail(refusal(response, {}));
    }
    if (url.scheme() != QLatin1String("https") && !m_endpoint.plainAllowed) {
        return fail(ErrorCode::Denied, text::say("{} wants a password over plain HTTP", host()));
    }
    return "Basic " + basic;
}

Result<HttpResponse> Session::fetch(const QString& path, const QByteArray& accept, std::uint64_t limit,
                                    const std::function<Result<>(QByteArrayView)>& sink, const std::stop_token& stop,
                                    const QString& query) {
    const auto at = base(stop);
    if (!at) {
        return fail(at.error());
    }
    HttpRequest request;
    request.url = *at;
    request.url.setPath(at->path() + QStringLiteral("/v2/") + m_repository + path);
    request.url.setQuery(query);
    request.limit = limit;
    request.sink = sink;
    if (!accept.isEmpty()) {
        request.headers.append({"Accept", accept});
    }
    QByteArray authorization;
    {
        const std::lock_guard lock(m_mutex);
        authorization = m_authorization;
    }
    auto answer = follow(request, authorization, stop);
    if (!answer || answer->status != 401) {
        return answer;
    }
    const auto fresh = authorize(*answer, request.url, stop);
    if (!fresh) {
        return fail(fresh.error());
    }
    answer = follow(request, *fresh, stop);
    if (answer && answer->status != 401) {
        const std::lock_guard lock(m_mutex);
        m_authorization = *fresh;
    }
    return answer;
}

Error Session::refusal(const HttpResponse& response, const std::string& what) const {
    const std::string repository = m_repository.toStdString();
    const auto because = [&](ErrorCode code, std::string sentence) {
        return Error{code, withWordsOf(response, std::move(sentence))};
    };
    switch (response.status) {
        case 401:
            return because(
                ErrorCode::Denied,
                basicCredentials(m_endpoint.registry).isEmpty()
                    ? text::say("{} wants credentials for {} (or has no such repository); log in with docker login",
                                host(), repository)
                    : text::say("{} wants credentials other than those in Docker's config.json for {} (or has no "
                                "such repository); log in with docker login",
                                host(), repository));
        case 403:
            return because(ErrorCode::Denied, text::say("{} denies access to {}", host(), repository));
        case 404:
            return because(ErrorCode::NotFound, text::say("{} has no {}", host(), what));
        case 429:
            return because(ErrorCode::Network, response.retryAfter.isEmpty()
                                                   ? text::say("{} takes no more requests for now", host())
                                                   : text::say("{} takes no more requests for now; try again in {} s",
                                                               host(), response.retryAfter.left(40).toStdString()));
        default:
            return because(ErrorCode::Network,
                           text::say("{} answers with status {} for {}", host(), response.status, what));
    }
}

Result<Session::Manifest> Session::manifest(const QString& reference, const std::stop_token& stop) {
    static const QByteArray kAccept = [] {
        QByteArray out;
        for (const std::string_view type :
             {image::kOciIndex, image::kOciManifest, image::kDockerIndex, image::kDockerManifest}) {
            out += (out.isEmpty() ? "" : ", ") + QByteArray(type.data(), static_cast<qsizetype>(type.size()));
        }
        return out;
    }();
    const auto answer = fetch(QStringLiteral("/manifests/") + reference, kAccept, image::kManifestLimit, {}, stop);
    if (!answer) {
        return fail(answer.error());
    }
    if (answer->status != 200) {
        const QString name = m_repository + (reference.contains(u':') ? u'@' : u':') + reference;
        return fail(refusal(*answer, name.toStdString()));
    }
    return Manifest{answer->body, answer->contentType};
}

Result<std::vector<std::string>> Session::tags(const std::stop_token& stop) {
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$"));
    std::vector<std::string> out;
    QString query = QStringLiteral("n=1000");
    for (int page = 0; page < kMostPages && !query.isEmpty(); ++page) {
        const auto answer = fetch(QStringLiteral("/tags/list"), {}, kTagsLimit, {}, stop, query);
        if (!answer) {
            return fail(answer.error());
        }
        if (answer->status != 200) {
            return fail(refusal(*answer, m_repository.toStdString()));
        }
        const QJsonObject json = QJsonDocument::fromJson(answer->body).object();
        if (!json.contains(QLatin1String("tags"))) {
            return fail(ErrorCode::Network,
                        text::say("{} gives no list of tags for {}", host(), m_repository.toStdString()));
        }
        for (const auto& each : json[QLatin1String("tags")].toArray()) {
            if (tag.match(each.toString()).hasMatch()) {
                out.push_back(each.toString().toStdString());
            }
        }
        query = nextPage(answer->link);
    }
    return out;
}

Result<> Session::blob(const QString& digest, std::uint64_t size, const std::function<Result<>(QByteArrayView)>& sink,
                       const std::stop_token& stop) {
    const auto answer = fetch(QStringLiteral("/blobs/") + digest, {}, size, sink, stop);
    if (!answer) {
        return fail(answer.error());
    }
    return answer->status == 200
               ? Result<>()
               : fail(refusal(*answer, text::say("blob {} of {}", digest.toStdString(), m_repository.toStdString())));
}

}  // namespace slipway::registry
