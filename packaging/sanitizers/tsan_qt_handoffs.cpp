// Tells ThreadSanitizer where Qt hands something from one thread to another: compiled into every program of preset tsan
// that uses Qt.
//
// Debian's Qt is not built for ThreadSanitizer, which therefore doesn't see Qt's mutexes: a job of Qt Concurrent, a
// queued call or a result would each look like a race with the code that made it. These are the functions by which our
// code hands over and takes; each does what Qt's does, and says what happens before what, for that one object alone.
#include <QtCore/QDeadlineTimer>
#include <QtCore/QFutureInterface>
#include <QtCore/QMetaObject>
#include <QtCore/QRunnable>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <functional>
#include <future>
#include <memory>

namespace {

/// Qt's own function, by its symbol.
template <class Function>
Function* qt(const char* symbol) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, symbol));
}

void gives(const void* what) { __tsan_release(const_cast<void*>(what)); }
void takes(const void* what) { __tsan_acquire(const_cast<void*>(what)); }

/// A queued call, and what it has captured.
class QueuedCall : public QtPrivate::QSlotObjectBase {
public:
    explicit QueuedCall(QSlotObjectBase* inner) : QSlotObjectBase(&QueuedCall::perform), m_inner(inner) {}

private:
    static void perform(int which, QSlotObjectBase* self, QObject* receiver, void** arguments, bool* result) {
        takes(self);
        auto* call = static_cast<QueuedCall*>(self);
        if (which == Destroy) {
            call->m_inner->destroyIfLastRef();
            delete call;
        } else if (which == Call) {
            call->m_inner->call(receiver, arguments);
            gives(self);
        } else if (which == Compare) {
            *result = call->m_inner->compare(arguments);
        }
    }
    QSlotObjectBase* m_inner;
};

/// Work for a thread of a pool: that of Qt Concurrent, too.
class Job : public QRunnable {
public:
    explicit Job(QRunnable* inner) : m_inner(inner) {}
    void run() override {
        takes(this);
        const bool owned = m_inner->autoDelete();
        m_inner->run();
        if (owned) {
            delete m_inner;
        }
    }

private:
    QRunnable* m_inner;
};

/// What a thread does as its last deed but for what is deleted with it. Who deletes this has waited for the thread, if
/// inside Qt, as a pool does.
class Ending {
public:
    explicit Ending(const QThread* thread) : m_thread(thread) {}
    Ending(const Ending&) = default;
    Ending& operator=(const Ending&) = delete;
    ~Ending() { takes(m_thread); }
    void operator()() const { gives(m_thread); }

private:
    const QThread* m_thread;
};

}  // namespace

// Futures: results and continuations.

void QFutureInterfaceBase::reportFinished() {
    static const auto original = qt<void(QFutureInterfaceBase*)>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    gives(d);
    original(this);
}

void QFutureInterfaceBase::runContinuation() const {
    static const auto original = qt<void(const QFutureInterfaceBase*)>("_ZNK20QFutureInterfaceBase15runContinuationEv");
    takes(d);
    original(this);
}

void QFutureInterfaceBase::setContinuation(std::function<void(const QFutureInterfaceBase&)> next,
                                           QFutureInterfaceBasePrivate* data) {
    static const auto original =
        qt<void(QFutureInterfaceBase*, std::function<void(const QFutureInterfaceBase&)>, QFutureInterfaceBasePrivate*)>(
            "_ZN20QFutureInterfaceBase15setContinuationESt8functionIFvRKS_EEP27QFutureInterfaceBasePrivate");
    takes(d);  // where the result is there already, `next` is called at once
    gives(d);
    original(this, std::move(next), data);
}

void QtPrivate::watchContinuationImpl(const QObject* context, QSlotObjectBase* slot, QFutureInterfaceBase& future) {
    static const auto original = qt<void(const QObject*, QSlotObjectBase*, QFutureInterfaceBase&)>(
        "_ZN9QtPrivate21watchContinuationImplEPK7QObjectPNS_15QSlotObjectBaseER20QFutureInterfaceBase");
    takes(future.d);
    gives(future.d);
    original(context, slot, future);
}

void QFutureInterfaceBase::waitForResult(int index) {
    static const auto original = qt<void(QFutureInterfaceBase*, int)>("_ZN20QFutureInterfaceBase13waitForResultEi");
    original(this, index);
    takes(d);
}

void QFutureInterfaceBase::waitForFinished() {
    static const auto original = qt<void(QFutureInterfaceBase*)>("_ZN20QFutureInterfaceBase15waitForFinishedEv");
    original(this);
    takes(d);
}

bool QFutureInterfaceBase::isFinished() const {
    static const auto original = qt<bool(const QFutureInterfaceBase*)>("_ZNK20QFutureInterfaceBase10isFinishedEv");
    const bool finished = original(this);
    takes(d);
    return finished;
}

bool QFutureInterfaceBase::derefT() const noexcept {
    static const auto original = qt<bool(const QFutureInterfaceBase*)>("_ZNK20QFutureInterfaceBase6derefTEv");
    gives(d);
    const bool others = original(this);
    takes(d);
    return others;
}

// What a future shares goes with a count of its own, which is taken down here, inside Qt.
QFutureInterfaceBase::~QFutureInterfaceBase() {
    static const auto original = qt<void(QFutureInterfaceBase*)>("_ZN20QFutureInterfaceBaseD2Ev");
    if (d) {
        gives(d);
        takes(d);
    }
    original(this);
}

// Queued calls.

bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   qsizetype count, const void* const* parameters, const char* const* names,
                                   const QtPrivate::QMetaTypeInterface* const* types) {
    static const auto original =
        qt<bool(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, qsizetype, const void* const*,
                const char* const*, const QtPrivate::QMetaTypeInterface* const*)>(
            "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeExPKPKvPKPKc"
            "PKPKNS2_18QMetaTypeInterfaceE");
    auto* call = new QueuedCall(slot);
    gives(call);
    return original(object, call, type, count, parameters, names, types);
}

// Threads of their own, and of a pool.

QThread* QThread::createThreadImpl(std::future<void>&& work) {
    static const auto original = qt<QThread*(std::future<void>&&)>("_ZN7QThread16createThreadImplEOSt6futureIvE");
    const auto thread = std::make_shared<QThread*>();
    *thread = original(std::async(std::launch::deferred, [thread, work = std::move(work)]() mutable {
        work.get();
        gives(*thread);
    }));
    return *thread;
}

void QThread::start(Priority priority) {
    static const auto original = qt<void(QThread*, Priority)>("_ZN7QThread5startENS_8PriorityE");
    QObject::connect(this, &QThread::finished, this, Ending(this), Qt::DirectConnection);
    original(this, priority);
}

bool QThread::wait(QDeadlineTimer deadline) {
    static const auto original = qt<bool(QThread*, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = original(this, deadline);
    takes(this);
    return ended;
}

void QThreadPool::start(QRunnable* work, int priority) {
    static const auto original = qt<void(QThreadPool*, QRunnable*, int)>("_ZN11QThreadPool5startEP9QRunnablei");
    auto* job = new Job(work);
    gives(job);
    original(this, job, priority);
}
