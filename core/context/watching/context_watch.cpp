#include "watching/context_watch.h"

#include "watching/watcher.h"

#include <QMetaObject>

#include <sys/eventfd.h>
#include <unistd.h>

#include <thread>

namespace slipway::watching {

struct ContextWatch::Thread {
    WatchOptions options;
    int wake = eventfd(0, EFD_CLOEXEC);
    std::jthread thread;

    explicit Thread(WatchOptions given) : options(std::move(given)) {}
    ~Thread() {
        thread.request_stop();
        const std::uint64_t one = 1;
        (void)!write(wake, &one, sizeof one);
        if (thread.joinable()) {
            thread.join();
        }
        close(wake);
    }
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;
};

ContextWatch::ContextWatch(WatchOptions options, QObject* parent)
    : QObject(parent), m_thread(std::make_unique<Thread>(std::move(options))) {
    // Queued calls to an object that is gone are dropped, and the thread ends before the object does.
    const auto queue = [this](auto call) { QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection); };
    Watcher::Listener listener;
    listener.ready = [this, queue] { queue([this] { Q_EMIT ready(); }); };
    listener.changed = [this, queue](const std::set<std::string>& paths) {
        QStringList names;
        for (const std::string& path : paths) {
            names.append(QString::fromStdString(path));
        }
        queue([this, names] { Q_EMIT changed(names); });
    };
    listener.lookingInIntervals = [this, queue](const std::string& reason) {
        queue([this, text = QString::fromStdString(reason)] { Q_EMIT lookingInIntervals(text); });
    };
    m_thread->thread =
        std::jthread([thread = m_thread.get(), listener = std::move(listener)](const std::stop_token& stop) {
            Watcher(thread->options, listener).run(stop, thread->wake);
        });
}

ContextWatch::~ContextWatch() = default;

}  // namespace slipway::watching
