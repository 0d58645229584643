// The worker as the engine's coroutines see it: started when first needed, its replies awaited.
#pragma once

#include "engine/task.h"
#include "sandbox/worker.h"

#include <QtCore/QSocketNotifier>

#include <map>
#include <memory>
#include <string>

namespace slipway::engine {

/// Belongs to the loop's thread. Where the worker ends before its time, every call gets that as its outcome.
class WorkerLink {
public:
    WorkerLink(QObject& loop, std::string storeHome) : m_loop(loop), m_storeHome(std::move(storeHome)) {}
    WorkerLink(const WorkerLink&) = delete;
    WorkerLink& operator=(const WorkerLink&) = delete;

    [[nodiscard]] bool started() const { return m_worker != nullptr; }
    template <class Request>
    Arriving<sandbox::Outcome> call(Request request) {
        auto arrival = std::make_shared<Arrival<sandbox::Outcome>>();
        if (auto ready = ensureStarted(); !ready) {
            arrival->arrive(ready.error());
        } else if (auto id = m_worker->send(std::move(request)); !id) {
            arrival->arrive(id.error());
        } else {
            m_calls.emplace(*id, arrival);
        }
        return Arriving<sandbox::Outcome>(std::move(arrival));
    }
    /// Every call that is under way: its outcome will be Canceled. No RUN starts any more.
    void cancelAll();
    /// Ends the worker and all below it; calls that are under way get `why`.
    void close(const Error& why);

private:
    Result<> ensureStarted();
    void receive();

    QObject& m_loop;
    std::string m_storeHome;
    std::unique_ptr<sandbox::Worker> m_worker;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::map<sandbox::RequestId, std::shared_ptr<Arrival<sandbox::Outcome>>> m_calls;
    std::optional<Error> m_closed;
};

}  // namespace slipway::engine
