// A registry that answers as a test tells it to, on a thread of its own.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QThread>

class QTcpServer;

namespace slipway::test {

struct Answer {
    int status = 200;
    QByteArray body;
    QList<QByteArray> headers;
    qsizetype length = -1;  ///< Content-Length to claim; the body's own where negative
    bool silent = false;    ///< never answers
    bool chunked = false;   ///< no Content-Length: until the connection ends
};

class LyingRegistry {
public:
    LyingRegistry();
    ~LyingRegistry();
    LyingRegistry(const LyingRegistry&) = delete;
    LyingRegistry& operator=(const LyingRegistry&) = delete;

    /// "127.0.0.1:PORT"
    [[nodiscard]] QString address() const { return m_address; }
    /// What it says to GET PATH; 404 to all others.
    void answer(const QByteArray& path, const Answer& answer);
    /// Requests so far: "PATH\n" and their headers.
    [[nodiscard]] QList<QByteArray> requests() const;
    /// Whether this path was asked for. May be called while it serves.
    [[nodiscard]] bool wasAsked(const QByteArray& path) const;

private:
    void serve();

    QThread m_thread;
    QTcpServer* m_server = nullptr;
    QString m_address;
    mutable QMutex m_mutex;
    QHash<QByteArray, Answer> m_answers;
    QList<QByteArray> m_requests;
};

}  // namespace slipway::test
