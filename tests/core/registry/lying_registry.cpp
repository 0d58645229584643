#include "lying_registry.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

namespace slipway::test {

LyingRegistry::LyingRegistry() : m_server(new QTcpServer) {
    m_server->listen(QHostAddress::LocalHost);
    m_address = QStringLiteral("127.0.0.1:%1").arg(m_server->serverPort());
    m_server->moveToThread(&m_thread);
    QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { serve(); });
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

LyingRegistry::~LyingRegistry() {
    m_thread.quit();
    m_thread.wait();
}

void LyingRegistry::answer(const QByteArray& path, const Answer& answer) {
    const QMutexLocker lock(&m_mutex);
    m_answers[path] = answer;
}

QList<QByteArray> LyingRegistry::requests() const {
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

bool LyingRegistry::wasAsked(const QByteArray& path) const {
    const QMutexLocker lock(&m_mutex);
    return std::ranges::any_of(m_requests, [&](const QByteArray& request) { return request.startsWith(path + '\n'); });
}

void LyingRegistry::serve() {
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (socket->peek(1) == "\x16") {  // TLS, which is not spoken here
                socket->abort();
                return;
            }
            if (!socket->peek(64 << 10).contains("\r\n\r\n")) {
                return;
            }
            const QByteArray request = socket->readAll();
            const QByteArray path = request.split(' ').value(1);
            Answer answer{404, R"({"errors":[{"code":"UNKNOWN","message":"nothing here"}]})", {}, -1, false, false};
            {
                const QMutexLocker lock(&m_mutex);
                m_requests.append(path + "\n" + request);
                answer = m_answers.value(path, answer);
            }
            if (answer.silent) {
                return;
            }
            socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " x\r\nConnection: close\r\n");
            for (const QByteArray& header : std::as_const(answer.headers)) {
                socket->write(header + "\r\n");
            }
            if (!answer.chunked) {
                socket->write("Content-Length: " +
                              QByteArray::number(answer.length < 0 ? answer.body.size() : answer.length) + "\r\n");
            }
            socket->write("\r\n" + answer.body);
            socket->disconnectFromHost();
        });
    }
}

}  // namespace slipway::test
