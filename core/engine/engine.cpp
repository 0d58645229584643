#include "engine/engine.h"

#include "engine/build_loop.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QThread>

namespace slipway::engine {

namespace {

/// Begins something, and lets events happen until it has said how it went.
template <class Outcome>
Outcome untilArrived(const std::function<void(std::function<void(Outcome)>)>& begin) {
    QEventLoop events;
    std::optional<Outcome> outcome;
    begin([&](Outcome how) {
        outcome = std::move(how);
        events.quit();
    });
    while (!outcome) {
        events.exec();
    }
    return std::move(*outcome);
}

BuildOutcome runHere(std::shared_ptr<store::Store> store, BuildRequest request, ImageSourceFactory images,
                     Build::Sink sink, std::stop_token stop) {
    std::optional<BuildLoop> loop;
    return untilArrived<BuildOutcome>([&](std::function<void(BuildOutcome)> done) {
        loop.emplace(std::move(store), std::move(request), std::move(images), std::move(sink), std::move(stop),
                     std::move(done));
        loop->begin();
    });
}

/// An event loop needs one, wherever it runs.
std::unique_ptr<QCoreApplication> applicationIfNone() {
    static int count = 1;
    static char name[] = "slipway";
    static char* arguments[] = {name, nullptr};
    return QCoreApplication::instance() == nullptr ? std::make_unique<QCoreApplication>(count, arguments) : nullptr;
}

}  // namespace

class Build::Private {
public:
    std::stop_source stop;
    std::unique_ptr<QThread> thread;
    std::function<void()> work;
};

Build::Build(std::shared_ptr<store::Store> store, BuildRequest request, ImageSourceFactory images, Sink sink,
             QObject* parent)
    : QObject(parent), d(std::make_unique<Private>()) {
    d->work = [store = std::move(store), request = std::move(request), images = std::move(images),
               sink = std::move(sink), stop = d->stop.get_token()]() mutable {
        runHere(std::move(store), std::move(request), std::move(images), std::move(sink), std::move(stop));
    };
}

Build::~Build() {
    cancel();
    if (d->thread) {
        d->thread->wait();
    }
}

void Build::start() {
    if (d->thread) {
        return;
    }
    d->thread.reset(QThread::create(std::move(d->work)));
    d->thread->setObjectName(QStringLiteral("build"));
    connect(d->thread.get(), &QThread::finished, this, &Build::finished);
    d->thread->start();
}

void Build::cancel() { d->stop.request_stop(); }

BuildOutcome runBuild(std::shared_ptr<store::Store> store, BuildRequest request, ImageSourceFactory images,
                      Build::Sink sink, std::stop_token stop) {
    const auto application = applicationIfNone();
    return runHere(std::move(store), std::move(request), std::move(images), std::move(sink), std::move(stop));
}

Result<> unpackAhead(std::shared_ptr<store::Store> store, const Digest& image) {
    const auto found = store->image(image);
    if (!found || !*found) {
        return found ? Result<>() : Result<>(fail(found.error()));
    }
    const auto application = applicationIfNone();
    const auto lease = store->lease("build");
    if (!lease) {
        return fail(lease.error());
    }
    QObject loop;
    Background background(loop);
    WorkerLink worker(loop, store->home().string(), (*lease)->descriptor());
    Snapshots snapshots(store, background, worker, {});
    auto outcome = untilArrived<Result<>>([&](std::function<void(Result<>)> done) {
        engine::start(snapshots.ahead((*found)->config.diffIds), std::move(done));
    });
    worker.close(canceled());
    return outcome;
}

}  // namespace slipway::engine
