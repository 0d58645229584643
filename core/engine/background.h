// Work away from the engine's loop, to be awaited in it: a pool for what computes, threads for what waits, and time.
#pragma once

#include "engine/task.h"
#include "memory/large_pages.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QObject>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

#include <chrono>
#include <type_traits>

namespace slipway::engine {

/// Belongs to the loop's thread. Its end waits for the pool.
class Background {
public:
    explicit Background(QObject& loop) : m_loop(loop) {}

    /// Hashing, packing, copying, the store: through Qt Concurrent on the engine's own pool.
    template <class Work>
    auto run(Work work) -> Arriving<std::invoke_result_t<Work>> {
        using Value = std::invoke_result_t<Work>;
        auto arrival = std::make_shared<Arrival<Value>>();
        auto inLargePages = [work = std::move(work)]() mutable {
            memory::expect();
            return work();
        };
        QtConcurrent::run(&m_pool, std::move(inLargePages)).then(&m_loop, [arrival](QFuture<Value> done) {
            arrival->arrive(done.takeResult());
        });
        return Arriving<Value>(arrival);
    }

    /// What waits on a network, on a thread of its own: no pool thread does.
    template <class Work>
    auto wait(Work work) -> Arriving<std::invoke_result_t<Work>> {
        using Value = std::invoke_result_t<Work>;
        auto arrival = std::make_shared<Arrival<Value>>();
        auto value = std::make_shared<std::optional<Value>>();
        QThread* thread = QThread::create([value, work = std::move(work)]() mutable { value->emplace(work()); });
        QObject::connect(thread, &QThread::finished, &m_loop, [arrival, value, thread] {
            thread->wait();
            thread->deleteLater();
            arrival->arrive(std::move(**value));
        });
        thread->start();
        return Arriving<Value>(arrival);
    }

    Arriving<bool> sleep(std::chrono::milliseconds time) {
        auto arrival = std::make_shared<Arrival<bool>>();
        QTimer::singleShot(time, &m_loop, [arrival] { arrival->arrive(true); });
        return Arriving<bool>(arrival);
    }

    /// Any thread: calls `what` in the loop's.
    template <class What>
    void tellLoop(What what) {
        QMetaObject::invokeMethod(&m_loop, std::move(what), Qt::QueuedConnection);
    }

private:
    QObject& m_loop;
    QThreadPool m_pool;
};

}  // namespace slipway::engine
