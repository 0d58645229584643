#include "engine/schedule.h"

#include <QtTest/QTest>

using namespace slipway;
using namespace slipway::engine;

namespace {

plan::BuildPlan planOf(const char* dockerfile, bool all = false) {
    plan::Options options;
    options.all = all;
    return plan::plan(dockerfile::SyntaxTree::parse(dockerfile), options, {});
}

}  // namespace

class ScheduleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsOfOneStageComeOneByOne() {
        Schedule schedule(planOf("FROM scratch\nCOPY a /\nCOPY b /\n"));
        QCOMPARE(schedule.wanted().size(), std::size_t{2});
        QCOMPARE(schedule.next(), std::optional(0));
        QCOMPARE(schedule.next(), std::optional<int>());
        schedule.finish(0);
        QCOMPARE(schedule.next(), std::optional(1));
        QVERIFY(!schedule.complete());
        schedule.finish(1);
        QVERIFY(schedule.complete() && schedule.idle());
    }

    void independentStagesAreReadyTogetherAndWhoCopiesWaits() {
        Schedule schedule(
            planOf("FROM scratch AS a\nCOPY a /\nFROM scratch AS b\nCOPY b /\n"
                   "FROM scratch\nCOPY --from=a / /\nCOPY --from=b / /\n"));
        QCOMPARE(schedule.next(), std::optional(0));
        QCOMPARE(schedule.next(), std::optional(1));
        schedule.finish(1);
        QCOMPARE(schedule.next(), std::optional<int>());
        schedule.finish(0);
        QCOMPARE(schedule.next(), std::optional(2));
    }

    void unreachedStagesAreNotWanted() {
        const char* text = "FROM scratch AS a\nCOPY a /\nFROM scratch\nCOPY b /\n";
        QCOMPARE(Schedule(planOf(text)).wanted().size(), std::size_t{1});
        QCOMPARE(Schedule(planOf(text, true)).wanted().size(), std::size_t{2});
    }

    void nothingStartsAfterAStop() {
        Schedule schedule(planOf("FROM scratch AS a\nCOPY a /\nCOPY b /\nFROM scratch\nCOPY --from=a / /\n"));
        const auto first = schedule.next();
        schedule.stop();
        schedule.finish(*first);
        QVERIFY(schedule.idle());
        QVERIFY(!schedule.complete());
    }

    void aStageWithoutStepsIsNoObstacle() {
        Schedule schedule(planOf("FROM scratch AS a\nENV A=1\nFROM a AS b\nCOPY x /\n"));
        QVERIFY(schedule.next().has_value());
    }
};

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
