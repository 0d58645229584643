// What an edit does to the next build, from two forecasts.
#include "cache/forecast_change.h"

#include <QTest>

using namespace slipway;
using namespace slipway::cache;

namespace {

struct Look {
    plan::BuildPlan plan;
    Forecast forecast;
};

/// `fates`: a letter a step, c cached, r rebuild, u unknown; each takes as many seconds as its place in the text.
Look look(const std::string& text, const std::string& fates) {
    Look out{plan::plan(dockerfile::SyntaxTree::parse(text), {.all = true}, {}), {}};
    for (std::size_t i = 0; i < fates.size(); ++i) {
        StepForecast step;
        step.step = static_cast<int>(i);
        step.status = fates[i] == 'c' ? Status::Cached : fates[i] == 'r' ? Status::Rebuild : Status::Unknown;
        step.expectedMs = 1000 * static_cast<std::int64_t>(i + 1);
        out.forecast.steps.push_back(step);
    }
    return out;
}

std::optional<ForecastChange> change(const Look& before, const Look& after) {
    return changeBetween(before.plan, before.forecast, after.plan, after.forecast);
}

}  // namespace

class ForecastChangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsThatLoseTheirPlaceInTheCacheAreCounted() {
        const std::string text = "FROM scratch\nRUN a\nRUN b\nRUN c\n";
        const auto found = change(look(text, "ccc"), look("FROM scratch\nRUN a\nRUN b -y\nRUN c\n", "crr"));
        QVERIFY(found);
        QCOMPARE(found->runsNow, 2);
        QCOMPARE(found->runsNoMore, 0);
        QCOMPARE(*found->ms, 5000);
    }

    void whatWouldHaveRunAnywayIsNot() {
        const std::string text = "FROM scratch\nRUN a\nRUN b\n";
        const auto found = change(look(text, "cr"), look("FROM scratch\nRUN a\nRUN b -y\n", "cr"));
        QVERIFY(found);
        QCOMPARE(found->runsNow + found->runsNoMore, 0);
    }

    void stepsThatAreGoneNeedNotRun() {
        const auto found =
            change(look("FROM scratch\nRUN a\nRUN b\nRUN c\n", "crr"), look("FROM scratch\nRUN a\nRUN b && c\n", "cr"));
        QVERIFY(found);
        QCOMPARE(found->runsNow, 0);
        QCOMPARE(found->runsNoMore, 1);
        QCOMPARE(*found->ms, -3000);
    }

    void nothingIsSaidWhereRecordsCantTell() {
        const std::string text = "FROM scratch\nRUN a\nRUN b\n";
        QVERIFY(!change(look(text, "cu"), look(text, "cr")));
        QVERIFY(!change(look(text, "rr"), look(text, "rr")));
        Look before = look(text, "cc");
        Look after = look("FROM scratch\nRUN a\nRUN b -y\n", "cr");
        before.forecast.steps[1].expectedMs.reset();
        after.forecast.steps[1].expectedMs.reset();
        const auto found = change(before, after);
        QVERIFY(found);
        QCOMPARE(found->runsNow, 1);
        QVERIFY(!found->ms);
    }
};

QTEST_GUILESS_MAIN(ForecastChangeTest)
#include "forecast_change_test.moc"
