#include "project/builds.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::project;
using engine::BuildEvent;
using engine::StepStatus;

namespace {

BuildEvent step(qint64 at, const std::string& id, StepStatus status, qint64 duration = 0, quint64 size = 0) {
    engine::StepEvent event;
    event.id = id;
    event.stage = "runtime";
    event.name = "RUN " + id;
    event.status = status;
    event.durationMs = duration;
    event.size = size;
    return {at, event};
}

}  // namespace

class BuildsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBatchOfEventsIsOneChange() {
        Builds builds;
        const int number = builds.add({.target = u"runtime"_s, .startedAt = 1});
        QSignalSpy changed(&builds, &Builds::changed);
        const BuildRunPtr before = builds.run(number);
        builds.apply(number, std::vector{step(0, "a", StepStatus::Waiting), step(0, "b", StepStatus::Waiting),
                                         step(5, "a", StepStatus::Running)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(before->steps.size(), std::size_t(0));  // a snapshot stays what it was
        const BuildRunPtr after = builds.run(number);
        QCOMPARE(after->steps.size(), std::size_t(2));
        QCOMPARE(after->step(u"a"_s)->startMs, 5);
        QVERIFY(after->step(u"b"_s)->status == StepStatus::Waiting);
    }

    void aStepIsCalledAsItIsElsewhere() {
        Builds builds;
        const int number = builds.add({.target = u"runtime"_s, .startedAt = 1});
        builds.apply(number, std::vector{step(0, "b && \t   c", StepStatus::Waiting)});
        QCOMPARE(builds.run(number)->steps.front().name,
                 u"RUN b && c"_s);  // without the indentation of its second line
    }

    void theLastEventEndsIt() {
        Builds builds;
        const int number = builds.add({.target = u"runtime"_s, .startedAt = 1});
        QSignalSpy ended(&builds, &Builds::ended);
        QVERIFY(builds.running());
        builds.apply(number,
                     std::vector{step(0, "a", StepStatus::Running), step(9400, "a", StepStatus::Done, 9300, 64'000'000),
                                 BuildEvent{9410, engine::EndEvent{engine::BuildOutcome::Succeeded, 9405, 7}}});
        QCOMPARE(ended.size(), 1);
        QVERIFY(!builds.running());
        const BuildRunPtr run = builds.run(number);
        QVERIFY(run->state == RunState::Succeeded);
        QCOMPARE(run->durationMs, 9405);
        QCOMPARE(run->storeId, 7);
        QCOMPARE(run->step(u"a"_s)->endMs, 9400);
    }

    void outputOfAStepGrowsAndSaysSo() {
        Builds builds;
        const int number = builds.add({.startedAt = 1});
        QSignalSpy grew(&builds, &Builds::logGrew);
        builds.apply(number, std::vector{BuildEvent{1, engine::LogEvent{"a", 1, "one\n"}},
                                         BuildEvent{2, engine::LogEvent{"a", 2, "two\n"}},
                                         BuildEvent{3, engine::LogEvent{"b", 1, "x"}}});
        QCOMPARE(grew.size(), 2);
        QCOMPARE(builds.log(number, u"a"_s).size(), std::size_t(2));
        QCOMPARE(builds.log(number, u"a"_s)[1].stream, 2);
        QVERIFY(builds.log(number, u"nothing"_s).empty());
        QVERIFY(builds.log(99, u"a"_s).empty());
    }

    void aFailureNamesItsStep() {
        Builds builds;
        const int number = builds.add({.startedAt = 1});
        engine::StepEvent failed;
        failed.id = "a";
        failed.status = StepStatus::Failed;
        failed.exitStatus = 100;
        builds.apply(number, std::vector{BuildEvent{5, failed},
                                         BuildEvent{6, engine::EndEvent{engine::BuildOutcome::Failed, 6, 0}}});
        QCOMPARE(builds.run(number)->failedStep()->exitStatus, 100);
        QVERIFY(builds.run(number)->state == RunState::Failed);
    }

    void theNewestIsShownUntilAnotherIsChosen() {
        Builds builds;
        const int first = builds.add({.startedAt = 10});
        const int second = builds.add({.startedAt = 20});
        QCOMPARE(builds.shown()->number, second);
        builds.show(first);
        QCOMPARE(builds.shown()->number, first);
        builds.add({.startedAt = 5});  // one of the past takes its place below
        QCOMPARE(builds.shown()->number, first);
        QCOMPARE(builds.runs().back()->startedAt, 5);
        builds.clear();
        QVERIFY(!builds.shown());
    }

    void theClockOfARunGoesOnWhileItsStepsSayNothing() {
        Builds builds;
        const int number = builds.add({.startedAt = 1});
        builds.apply(number, std::vector{step(500, "a", StepStatus::Running)});
        QTRY_VERIFY(builds.elapsedMs(*builds.run(number)) > 520);
        QCOMPARE(builds.run(number)->durationMs, 500);
        builds.apply(number, std::vector{BuildEvent{600, engine::EndEvent{engine::BuildOutcome::Failed, 600, 0}}});
        QTest::qWait(5);
        QCOMPARE(builds.elapsedMs(*builds.run(number)), 600);
    }

    void eventsOfABuildThatIsGoneAreDropped() {
        Builds builds;
        builds.apply(3, std::vector{step(0, "a", StepStatus::Running)});
        QVERIFY(builds.runs().empty());
    }
};

QTEST_GUILESS_MAIN(BuildsTest)
#include "builds_test.moc"
