#include "engine/worker_link.h"

namespace slipway::engine {

Result<> WorkerLink::ensureStarted() {
    if (m_closed) {
        return fail(*m_closed);
    }
    if (m_worker) {
        return {};
    }
    auto worker = sandbox::Worker::start({.program = {}, .storeHome = m_storeHome, .lease = m_lease});
    if (!worker) {
        return fail(worker.error());
    }
    m_worker = std::move(*worker);
    m_notifier = std::make_unique<QSocketNotifier>(m_worker->descriptor(), QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &m_loop, [this] { receive(); });
    return {};
}

void WorkerLink::receive() {
    if (!m_worker) {
        return;
    }
    auto replies = m_worker->receive();
    if (!replies) {
        close(replies.error());
        return;
    }
    for (sandbox::Reply& reply : *replies) {
        const auto call = m_calls.extract(reply.id);
        if (!call.empty()) {
            call.mapped()->arrive(std::move(reply.outcome));
        }
    }
}

void WorkerLink::cancelAll() {
    m_canceled = true;
    if (!m_worker) {
        return;
    }
    for (const auto& [id, arrival] : m_calls) {
        if (!m_worker->cancel(id)) {
            break;  // the worker ended: receive() says so
        }
    }
}

void WorkerLink::close(const Error& why) {
    m_closed = why;
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();  // it may be what calls us
    }
    m_worker.reset();
    for (const auto& [id, arrival] : std::exchange(m_calls, {})) {
        arrival->arrive(why);
    }
}

}  // namespace slipway::engine
