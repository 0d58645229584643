// The worker as the engine's coroutines see it: started when first needed, its replies awaited.
#pragma once

#include "engine/task.h"
#include "sandbox/worker.h"
#include "text/say.h"

#include <QtCore/QSocketNotifier>

#include <map>
#include <memory>
#include <string>

namespace slipway::engine {

/// Belongs to the loop's thread. Where the worker ends before its time, every call gets that as its outcome.
class WorkerLink {
public:
    /// `lease` is the build's, or -1: the worker holds it too.
    WorkerLink(QObject& loop, std::string storeHome, int lease)
        : m_loop(loop), m_storeHome(std::move(storeHome)), m_lease(lease) {}
    WorkerLink(const WorkerLink&) = delete;
    WorkerLink& operator=(const WorkerLink&) = delete;

    template <class Request>
    Arriving<sandbox::Outcome> call(Request request) {
        auto arrival = std::make_shared<Arrival<sandbox::Outcome>>();
        if (m_canceled && !std::is_same_v<Request, sandbox::RemoveRequest>) {
            arrival->arrive(Error{ErrorCode::Canceled, text::say("canceled")});
        } else if (auto ready = ensureStarted(); !ready) {
            arrival->arrive(ready.error());
        } else if (auto id = m_worker->send(std::move(request)); !id) {
            arrival->arrive(id.error());
        } else {
            m_calls.emplace(*id, arrival);
        }
        return Arriving<sandbox::Outcome>(std::move(arrival));
    }
    /// Every call that is under way: its outcome will be Canceled. From now on nothing starts but removing.
    void cancelAll();
    /// Ends the worker and all below it; calls that are under way get `why`.
    void close(const Error& why);

private:
    Result<> ensureStarted();
    void receive();

    QObject& m_loop;
    std::string m_storeHome;
    int m_lease;
    std::unique_ptr<sandbox::Worker> m_worker;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::map<sandbox::RequestId, std::shared_ptr<Arrival<sandbox::Outcome>>> m_calls;
    std::optional<Error> m_closed;
    bool m_canceled = false;
};

}  // namespace slipway::engine
