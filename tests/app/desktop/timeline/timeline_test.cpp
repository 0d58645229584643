#include "timeline/timeline_widget.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::timeline;
using engine::StepStatus;

namespace {

project::StepRun step(const QString& id, int stage, StepStatus status, qint64 from, qint64 to, quint64 size = 0) {
    project::StepRun one;
    one.id = id;
    one.stage = stage == 0 ? u"runtime"_s : u"dev"_s;
    one.stageIndex = stage;
    one.name = u"RUN "_s + id;
    one.number = 1;
    one.count = 7;
    one.line = 3;
    one.status = status;
    one.startMs = from;
    one.endMs = to;
    one.durationMs = to - from;
    one.size = size;
    return one;
}

project::BuildRun course() {
    project::BuildRun run;
    run.target = u"dev"_s;
    run.durationMs = 10'000;
    run.state = project::RunState::Succeeded;
    run.steps = {step(u"a"_s, 0, StepStatus::Cached, 0, 0, 70'000'000),
                 step(u"b"_s, 0, StepStatus::Done, 0, 8'000, 350'000'000),
                 step(u"c"_s, 1, StepStatus::Done, 8'000, 10'000, 64'100'000)};
    engine::ImageEvent image;
    image.stageIndex = 0;
    image.size = 420'000'000;
    run.images.push_back(image);
    image.stageIndex = 1;
    image.size = 484'100'000;
    run.images.push_back(image);
    return run;
}

QString plain(QString text) { return text.replace(u'\u00a0', u' '); }
QString cell(const QModelIndex& index, int column) { return plain(index.siblingAtColumn(column).data().toString()); }

}  // namespace

class TimelineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timeAndPixelsAreEachOthersInverse() {
        const Scale scale{2'000, 12'000, 500};
        QCOMPARE(scale.x(2'000), 0.0);
        QCOMPARE(scale.x(12'000), 500.0);
        for (const double x : {0.0, 1.0, 250.0, 499.5})
            QCOMPARE(scale.x(scale.ms(x)), x);
    }

    void ticksStandApartAndSayRoundTimes() {
        for (const double length : {30.0, 900.0, 7'000.0, 59'000.0, 600'000.0, 9'000'000.0}) {
            const Scale scale{0, length, 800};
            const std::vector<Tick> all = ticks(scale, 90);
            QVERIFY(!all.empty());
            for (std::size_t i = 1; i < all.size(); ++i)
                QVERIFY(scale.x(all[i].ms) - scale.x(all[i - 1].ms) >= 90 - 1e-6);
        }
        const std::vector<Tick> seconds = ticks({0, 8'500, 500}, 90);
        QCOMPARE(seconds[1].ms, 2'000.0);
        QCOMPARE(plain(seconds[1].label), u"2 s"_s);
    }

    void zoomKeepsThePointUnderThePointer() {
        Zoom zoom;
        zoom.setLength(10'000, false);
        const double at = zoom.scale(500).x(4'000);
        zoom.zoom(2, 4'000);
        QCOMPARE(zoom.scale(500).x(4'000), at);
        QVERIFY(!zoom.isFitted());
        // The build grows: who has zoomed in keeps what is in view.
        const Scale before = zoom.scale(500);
        zoom.setLength(60'000, true);
        QCOMPARE(zoom.scale(500).toMs, before.toMs);
    }

    void aBuildOfTenMillisecondsCanBeRead() {
        Zoom zoom;
        zoom.setLength(10, true);
        QCOMPARE(zoom.scale(400).toMs, 1'000.0);  // its first bars don't shrink under the eye
        zoom.setLength(10, false);
        const Scale scale = zoom.scale(400);
        QVERIFY(scale.toMs >= 10 && scale.toMs < 12);
        QStringList labels;
        for (const Tick& tick : ticks(scale, 90))
            labels << plain(tick.label);
        QCOMPARE(labels, (QStringList{u"0"_s, u"5 ms"_s, u"10 ms"_s}));
        // Steps that were looked up one millisecond after the other stand beside each other, and each can be seen.
        const QRectF one = barRect({0, 0, 400, 22}, scale, 2, 2);
        const QRectF next = barRect({0, 0, 400, 22}, scale, 3, 3);
        QVERIFY(one.width() >= 5 && one.right() < next.left());
        zoom.zoom(2, 5);
        QVERIFY(!zoom.isFitted());
        QVERIFY(zoom.scale(400).toMs - zoom.scale(400).fromMs < 6);
    }

    void panStaysWithinTheBuild() {
        Zoom zoom;
        zoom.setLength(10'000, false);
        zoom.zoom(4, 5'000);
        zoom.pan(-1e9);
        QCOMPARE(zoom.scale(500).fromMs, 0.0);
        zoom.pan(1e9);
        QVERIFY(zoom.scale(500).toMs <= 10'600 + 1e-6);
        zoom.fit();
        QVERIFY(zoom.isFitted());
        QCOMPARE(zoom.scale(500).fromMs, 0.0);
        zoom.zoom(0.1, 5'000);  // no further out than the whole
        QVERIFY(zoom.isFitted());
    }

    void aThousandShortStepsAreOneRectangle() {
        std::vector<std::pair<double, double>> spans;
        for (int i = 0; i < 1000; ++i)
            spans.emplace_back(i * 0.1, i * 0.1 + 0.05);
        spans.emplace_back(5'000, 6'000);
        std::vector<std::pair<double, double>> drawn;
        mergeBelowAPixel(spans, Scale{0, 10'000, 1'000}, 3,
                         [&](double left, double right) { drawn.emplace_back(left, right); });
        QCOMPARE(drawn.size(), std::size_t(2));
        QCOMPARE(drawn[0].first, 0.0);
        QVERIFY(drawn[0].second >= 9.99);
        QCOMPARE(drawn[1], (std::pair{500.0, 600.0}));
    }

    void aBarIsNeverTooThinToBeSeen() {
        const QRectF bar = barRect({100, 0, 400, 22}, Scale{0, 60'000, 400}, 30'000, 30'001);
        QVERIFY(bar.width() >= 5);
        QCOMPARE(bar.left(), 300.0);
    }

    void rowsSayTheNumbersOfTheirValues() {
        TimelineModel model;
        QAbstractItemModelTester tester(&model);
        model.setRun(std::make_shared<project::BuildRun>(course()));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex runtime = model.index(0, 0);
        QCOMPARE(cell(runtime, TimelineModel::Name), u"runtime"_s);
        QCOMPARE(cell(runtime, TimelineModel::Duration), u"8.0 s"_s);
        QCOMPARE(cell(runtime, TimelineModel::Size), u"420 MB"_s);
        // What a stage adds to the stage it stands on.
        QCOMPARE(cell(model.index(1, 0), TimelineModel::Size), u"+64 MB"_s);
        const QModelIndex cached = model.indexOfStep(u"a"_s);
        QCOMPARE(cell(cached, TimelineModel::Duration), QString());
        QCOMPARE(cell(cached, TimelineModel::Size), u"70 MB"_s);
        QCOMPARE(cached.data(TimelineModel::StateRole).toInt(), static_cast<int>(theme::State::Cached));
        const QModelIndex ran = model.indexOfStep(u"b"_s);
        QCOMPARE(ran.data(TimelineModel::NumberRole).toString(), u"1/7"_s);
        QCOMPARE(cell(ran, TimelineModel::Duration), u"8.0 s"_s);
    }

    void aNewerStateOfARunChangesDataOnly() {
        TimelineModel model;
        QAbstractItemModelTester tester(&model);
        project::BuildRun run = course();
        run.number = 1;
        run.state = project::RunState::Running;
        run.steps[2].status = StepStatus::Running;
        run.steps[2].endMs = -1;
        run.steps[2].total = 200;
        run.steps[2].current = 50;
        model.setRun(std::make_shared<project::BuildRun>(run));
        QCOMPARE(cell(model.indexOfStep(u"c"_s), TimelineModel::Size), u"25 %"_s);  // of a known total
        QCOMPARE(model.indexOfStep(u"c"_s).data(TimelineModel::ProgressRole).toDouble(), 0.25);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model.indexOfStep(u"c"_s);
        run.steps[2].status = StepStatus::Done;
        run.steps[2].endMs = 10'000;
        model.setRun(std::make_shared<project::BuildRun>(run));
        QCOMPARE(reset.size(), 0);
        QVERIFY(kept.isValid());
        QCOMPARE(plain(kept.sibling(kept.row(), TimelineModel::Size).data().toString()), u"64 MB"_s);
    }

    void whatRunsIsTimedByTheClock() {
        TimelineModel model;
        QAbstractItemModelTester tester(&model);
        project::BuildRun run = course();
        run.number = 1;
        run.state = project::RunState::Running;
        run.durationMs = 8'000;  // when a step was heard of last
        run.steps[2].status = StepStatus::Running;
        run.steps[2].endMs = -1;
        model.setRun(std::make_shared<project::BuildRun>(run));
        const QModelIndex row = model.indexOfStep(u"c"_s);
        QCOMPARE(cell(row, TimelineModel::Duration), u"0 ms"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(12'500);
        QCOMPARE(cell(row, TimelineModel::Duration), u"4.5 s"_s);
        QCOMPARE(cell(row.parent(), TimelineModel::Duration), u"4.5 s"_s);
        QCOMPARE(cell(model.indexOfStep(u"b"_s), TimelineModel::Duration), u"8.0 s"_s);
        QCOMPARE(changed.size(), 2);  // the step and its stage
    }

    void aBuildThatFailedBeforeAStepSaysWhyAndWhere() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        TimelineWidget widget(builds, selection, theme);
        project::BuildRun run;
        run.target = u"dev"_s;
        run.state = project::RunState::Failed;
        run.error = Error(ErrorCode::Invalid, "RUNN is no instruction.", "/p/Dockerfile", text::Position{7, 1});
        builds.add(run);
        const auto said = [&] {
            QString words;
            for (const QLabel* label : widget.findChildren<QLabel*>())
                words += label->text();
            return words;
        };
        for (const QString& words : {u"dev"_s, u"line 7"_s, u"RUNN is no instruction."_s})
            QVERIFY2(said().contains(words), qPrintable(said()));
        QVERIFY(!said().contains(u"Nothing built yet"_s));
        // As it is read from the store: of what stage it was isn't known.
        run.target.clear();
        builds.add(run);
        QVERIFY2(said().contains(u"a build failed before a step began"_s), qPrintable(said()));
    }

    void aLongNameMakesTheChooserNoWider() {
        project::Builds builds;
        project::Selection selection;
        const theme::Theme theme;
        TimelineWidget widget(builds, selection, theme);
        const auto leastWidth = [&](const QString& name) {
            project::BuildRun run = course();
            run.target = name;
            builds.add(run);
            return widget.buildChooser()->minimumSizeHint().width();
        };
        const int one = leastWidth(u"development"_s);
        const QString longName = u"stage-whose-name-never-ends-"_s.repeated(20);
        QCOMPARE(leastWidth(longName), one);
        QVERIFY(widget.buildChooser()->toolTip().contains(longName));
        QToolButton& chooser = *widget.buildChooser();
        QVERIFY(QMetaObject::invokeMethod(chooser.menu(), "aboutToShow"));
        for (const QAction* action : chooser.menu()->actions())
            QVERIFY(action->text().size() < 200);
    }

    void whatRunsComesIntoViewUntilSomeoneChooses() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        TimelineWidget widget(builds, selection, theme);
        widget.resize(900, 200);
        project::BuildRun run;
        run.target = u"dev"_s;
        for (int i = 0; i < 40; ++i)
            run.steps.push_back(step(u"s%1"_s.arg(i), 0, StepStatus::Waiting, -1, -1));
        const int number = builds.add(run);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        auto* view = widget.findChild<TimelineView*>();
        const auto begins = [&](int index) {
            project::BuildRun next = *builds.run(number);
            for (project::StepRun& one : next.steps)
                one.status = one.status == StepStatus::Running ? StepStatus::Done : one.status;
            next.steps[static_cast<std::size_t>(index)].status = StepStatus::Running;
            next.steps[static_cast<std::size_t>(index)].startMs = 0;
            builds.replace(number, next);
        };
        const auto isSeen = [&](int index) {
            const QModelIndex row = view->model()->index(index, 0, view->model()->index(0, 0));
            return view->viewport()->rect().contains(view->visualRect(row).center());
        };
        begins(30);
        QVERIFY(isSeen(30));
        selection.choose({.stage = 0, .step = u"s2"_s, .line = 3}, nullptr);
        QVERIFY(isSeen(2));
        begins(31);
        QVERIFY(isSeen(2) && !isSeen(31));
    }

    void aClickOnAStepChoosesItForEveryPanel() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        TimelineWidget widget(builds, selection, theme);
        widget.resize(900, 300);
        builds.add(course());
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        auto* view = widget.findChild<TimelineView*>();
        const QModelIndex stage = view->model()->index(1, 0);
        const QModelIndex row = view->model()->index(0, 0, stage);
        QSignalSpy revealed(&selection, &project::Selection::revealed);
        QSignalSpy wanted(&widget, &TimelineWidget::logWanted);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
        QCOMPARE(selection.current().step, u"c"_s);
        QCOMPARE(selection.current().line, 3);
        QVERIFY(!revealed.isEmpty());
        QCOMPARE(wanted.size(), 1);
        // And the other way round.
        selection.choose({.stage = 0, .step = u"b"_s, .line = 3}, nullptr);
        QCOMPARE(view->currentIndex().data(TimelineModel::StepIdRole).toString(), u"b"_s);
    }

    void theWheelZoomsAndPansByMouse() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        TimelineWidget widget(builds, selection, theme);
        widget.resize(900, 300);
        builds.add(course());
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        auto* view = widget.findChild<TimelineView*>();
        const QImage whole = view->viewport()->grab().toImage();
        const QPointF at(view->viewport()->width() - 60, 40);
        const auto turn = [&](Qt::KeyboardModifiers keys, int delta) {
            QWheelEvent wheel(at, view->viewport()->mapToGlobal(at), {}, {0, delta}, {}, keys, Qt::NoScrollPhase,
                              false);
            QCoreApplication::sendEvent(view->viewport(), &wheel);
            return view->viewport()->grab().toImage();
        };
        const QImage closer = turn(Qt::ControlModifier, 120);
        QVERIFY(closer != whole);
        QVERIFY(turn(Qt::ShiftModifier, 120) != closer);
        QTest::keyClick(view, Qt::Key_0);
        QCOMPARE(view->viewport()->grab().toImage(), whole);
    }
};

QTEST_MAIN(TimelineTest)
#include "timeline_test.moc"
