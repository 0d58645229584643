#include "project/event_bridge.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace slipway;
using namespace slipway::project;
using engine::BuildEvent;

class EventBridgeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eventsComeInBatchesAndNoneIsDropped() {
        std::vector<qint64> seen;
        int batches = 0;
        QElapsedTimer clock;
        clock.start();
        EventBridge bridge([&](std::vector<BuildEvent> events) {
            ++batches;
            for (const BuildEvent& event : events)
                seen.push_back(event.atMs);
        });
        constexpr qint64 kEvents = 5'000;
        std::thread engine([sink = bridge.sink()] {
            for (qint64 i = 0; i < kEvents; ++i) {
                engine::StepEvent step;
                step.id = std::to_string(i);
                sink({i, step});
                if (i % 100 == 0)
                    std::this_thread::yield();
            }
            sink({kEvents, engine::EndEvent{engine::BuildOutcome::Succeeded, kEvents, 1}});
        });
        const bool all = QTest::qWaitFor([&] { return seen.size() == std::size_t(kEvents + 1); });
        engine.join();
        QVERIFY(all);
        for (qint64 i = 0; i <= kEvents; ++i)
            QCOMPARE(seen[static_cast<std::size_t>(i)], i);  // in order, each once
        // At most 30 a second, and one more for the last event.
        QVERIFY(batches <= clock.elapsed() * 30 / 1000 + 2);
    }

    void theLastEventDoesNotWaitForItsTurn() {
        bool ended = false;
        EventBridge bridge([&](const std::vector<BuildEvent>& events) {
            ended = std::holds_alternative<engine::EndEvent>(events.back().what);
        });
        bridge.sink()({1, engine::EndEvent{engine::BuildOutcome::Canceled, 1, 0}});
        QCoreApplication::sendPostedEvents();  // no timer has run
        QVERIFY(ended);
    }

    void eventsAfterTheBridgeIsGoneGoNowhere() {
        std::function<void(const BuildEvent&)> sink;
        {
            EventBridge bridge([](const std::vector<BuildEvent>&) { QFAIL("nobody is there"); });
            sink = bridge.sink();
        }
        sink({1, engine::NoteEvent{}});
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(EventBridgeTest)
#include "event_bridge_test.moc"
