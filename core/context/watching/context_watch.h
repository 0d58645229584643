// Tells when something in a build context changed.
#pragma once

#include "context/ignore.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>
#include <string>

namespace slipway::watching {

struct WatchOptions {
    std::string root;                          ///< folder, absolute
    context::Ignore ignore;                    ///< what it leaves out is not watched
    std::chrono::milliseconds quiet{150};      ///< changes are told once none came for so long …
    std::chrono::milliseconds atMost{1000};    ///< … or the first is so old
    std::chrono::milliseconds interval{2000};  ///< between two looks where watching isn't possible
    std::size_t maxWatches = 1'000'000;        ///< of our own; the system has a limit beside it
};

/// Watches a folder from a thread of its own; its signals come to the thread that it lives in. Made and destroyed
/// there; the destructor waits for the thread, which never takes long.
class ContextWatch : public QObject {
    Q_OBJECT
public:
    explicit ContextWatch(WatchOptions options, QObject* parent = nullptr);
    ~ContextWatch() override;

Q_SIGNALS:
    /// Everything is watched (or looked at in intervals): from now on no change is missed.
    void ready();
    /// Paths relative to the root, sorted; a directory stands for anything in it; empty where all may have changed.
    void changed(const QStringList& paths);
    /// The system's limit is reached, or it can't watch: from now on changes are looked for in intervals.
    void lookingInIntervals(const QString& reason);

private:
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

}  // namespace slipway::watching
