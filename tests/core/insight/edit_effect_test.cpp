// What an edit does to the next build, in words.
#include "insight/edit_effect.h"

#include <QTest>

using namespace slipway;
using namespace slipway::insight;

class EditEffectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsToldInWords_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<EditEffect>("effect");
        const auto row = [](const char* words, EditEffect effect) { QTest::newRow(words) << words << effect; };
        row("", {});
        row("20.0 MB less in the image", {{}, 20'000'000});
        row("no more steps rebuild", {cache::ForecastChange{0, 0, 0}, 0});
        row("no more steps rebuild; 3 kB less in the image", {cache::ForecastChange{0, 0, 0}, 3'000});
        row("1 more step rebuilds, ≈ 41 s", {cache::ForecastChange{1, 0, 41'000}, 0});
        row("3 more steps rebuild", {cache::ForecastChange{3, 1, {}}, 0});
        row("3 more steps rebuild", {cache::ForecastChange{3, 1, -5'000}, 0});
        row("1 step fewer to rebuild", {cache::ForecastChange{0, 1, -5'000}, 0});
        row("2 steps fewer to rebuild", {cache::ForecastChange{0, 2, {}}, 0});
    }
    void itIsToldInWords() {
        QFETCH(QString, words);
        QFETCH(EditEffect, effect);
        QCOMPARE(QString::fromStdString(effectText(effect)), words);
    }

    void withoutAStoreNothingIsKnown() {
        const auto plan = plan::plan(dockerfile::SyntaxTree::parse("FROM scratch\nADD a /\n"), {}, {});
        EditForecaster forecaster(plan, {}, {}, nullptr);
        const EditEffect effect = forecaster.effectOf({{{13, 16}, "COPY"}});
        QVERIFY(!effect.steps);
        QCOMPARE(effect.bytesSaved, quint64{0});
    }
};

QTEST_GUILESS_MAIN(EditEffectTest)
#include "edit_effect_test.moc"
