#include "outline/outline_model.h"
#include "outline/outline_panel.h"
#include "project/step_state.h"
#include "project/text_job.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::outline;

namespace {

const QString kCourse =
    u"FROM ubuntu:20.04 AS runtime\nRUN apt-get update\nCOPY app.py .\nUSER app\n\nFROM runtime AS dev_environment\nUSER root\nRUN pip install\n"_s;

std::shared_ptr<project::Snapshot> snapshotOf(const QString& text) {
    return project::analyseText({.path = u"/p/Dockerfile"_s, .folder = u"/p"_s, .text = text, .revision = 1});
}

// The same snapshot with a forecast made by hand: the first step that is a RUN is the cause, the rest follows.
std::shared_ptr<project::Snapshot> withForecast(std::shared_ptr<project::Snapshot> snapshot) {
    cache::Forecast forecast;
    int cause = -1;
    for (const plan::Step& step : snapshot->plan->steps) {
        cache::StepForecast one{.step = step.index};
        if (cause >= 0) {
            one.status = cache::Status::Rebuild;
            one.reason = {.kind = cache::ReasonKind::Follows, .step = cause};
        } else if (std::holds_alternative<plan::RunOperation>(step.operation)) {
            cause = step.index;
            one.status = cache::Status::Rebuild;
            one.reason = {.kind = cache::ReasonKind::Instruction};
            one.expectedMs = 41'000;
        } else {
            one.status = cache::Status::Cached;
            one.size = 73'000'000;
        }
        forecast.steps.push_back(one);
    }
    snapshot->forecast = std::make_shared<const cache::Forecast>(std::move(forecast));
    return snapshot;
}

QStringList labels(const OutlineModel& model, const QModelIndex& parent = {}) {
    QStringList list;
    for (int i = 0; i < model.rowCount(parent); ++i)
        list.append(model.index(i, 0, parent).data().toString());
    return list;
}

}  // namespace

class OutlineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stagesHoldTheirInstructions() {
        OutlineModel model;
        const QAbstractItemModelTester tester(&model);
        model.set(outlineRows(*snapshotOf(kCourse), nullptr));
        QCOMPARE(labels(model), QStringList({u"runtime"_s, u"dev_environment"_s}));
        QCOMPARE(labels(model, model.index(0, 0)),
                 QStringList(
                     {u"FROM ubuntu:20.04 AS runtime"_s, u"RUN apt-get update"_s, u"COPY app.py ."_s, u"USER app"_s}));
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"dev_environment"_s));
    }

    void aLineFindsItsRow() {
        OutlineModel model;
        model.set(outlineRows(*snapshotOf(kCourse), nullptr));
        QCOMPARE(model.at(3).data().toString(), u"COPY app.py ."_s);
        QCOMPARE(model.at(3).parent(), model.index(0, 0));
        QCOMPARE(model.at(8).data(OutlineModel::StageRole).toInt(), 1);
        QVERIFY(!model.at(900).isValid());
        model.set(outlineRows(*snapshotOf(u"FROM a AS one\n\nFROM one AS two\n\nUSER x\n"_s), nullptr));
        QCOMPARE(model.at(2), model.index(0, 0));
        QCOMPARE(model.at(4), model.index(1, 0));
        QCOMPARE(model.at(6), model.index(1, 0));  // behind the last line's end
        QVERIFY(!model.at(7).isValid());
        model.set(outlineRows(*snapshotOf(u"FROM a AS one\nUSER x\n\n# two\nFROM one\n\n"_s), nullptr));
        QCOMPARE(model.at(3), model.index(0, 0));
        QCOMPARE(model.at(7), model.index(1, 0));
        // The comment above a stage is none of the lines of the stage above.
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().endsWith(u"Lines 1 to 2"_s));
    }

    void statesComeFromTheForecast() {
        OutlineModel model;
        model.set(outlineRows(*withForecast(snapshotOf(kCourse)), nullptr));
        const auto state = [&](int line) {
            return static_cast<theme::State>(model.at(line).data(OutlineModel::StateRole).toInt());
        };
        QVERIFY(state(1) == theme::State::Cached);
        QVERIFY(state(2) == theme::State::Rebuild);
        QVERIFY(state(3) == theme::State::Follows);
        QVERIFY(static_cast<theme::State>(model.index(0, 0).data(OutlineModel::StateRole).toInt()) ==
                theme::State::Rebuild);
        QCOMPARE(model.at(1).data(OutlineModel::DetailRole).toString(), u"73\u00a0MB"_s);
    }

    void aStepThatFailedHasNoSize() {
        const auto snapshot = withForecast(snapshotOf(kCourse));
        const auto sizeOf = [&](engine::StepStatus status) {
            project::BuildRun run;
            run.state = project::RunState::Failed;
            run.dockerfile = snapshot->path;
            run.steps.emplace_back();
            run.steps.front().id = QString::fromStdString(snapshot->plan->steps.front().id);
            run.steps.front().status = status;
            return outlineRows(*snapshot, &run).front().instructions.front().detail;
        };
        QCOMPARE(sizeOf(engine::StepStatus::Done), u"73\u00a0MB"_s);
        QCOMPARE(sizeOf(engine::StepStatus::Failed), QString());
    }

    void aCopyThatFailedIsMendedOnceItIsCached() {
        const auto stateOfLast = [](const QString& text) {
            const auto snapshot = withForecast(snapshotOf(text));
            const plan::Step& copy = snapshot->plan->steps.back();
            project::BuildRun run;
            run.state = project::RunState::Failed;
            run.dockerfile = snapshot->path;
            run.steps.emplace_back();
            run.steps.front().id = QString::fromStdString(copy.id);
            run.steps.front().status = engine::StepStatus::Failed;
            return project::stateOf(*snapshot, copy.index, &run);
        };
        QVERIFY(stateOfLast(u"FROM a\nRUN x\nCOPY y /\n"_s) == theme::State::Failed);
        QVERIFY(stateOfLast(u"FROM a\nCOPY y /\n"_s) == theme::State::Cached);
    }

    void anErrorStandsAtItsInstruction() {
        OutlineModel model;
        const QAbstractItemModelTester tester(&model);
        model.set(outlineRows(*snapshotOf(u"FROM a\nRUNN x\nRUN y\n"_s), nullptr));
        QVERIFY(!model.at(2).data(OutlineModel::ProblemRole).toString().isEmpty());
        QVERIFY(model.at(3).data(OutlineModel::ProblemRole).toString().isEmpty());
    }

    void aFileWithoutFromStillSaysWhatIsWrong() {
        OutlineModel model;
        model.set(outlineRows(*snapshotOf(u"RUN x\n"_s), nullptr));
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(model.stageCount(), 0);
        QVERIFY(!model.index(0, 0).data(OutlineModel::ProblemRole).toString().isEmpty());
        // By what stands there, as within a stage, each once; what is wrong with it is in the tip.
        model.set(outlineRows(*snapshotOf(u"FR debian\nRUN x \\\n  y\nFROM a\n"_s), nullptr));
        QCOMPARE(labels(model), (QStringList{u"stage 0"_s, u"FR debian"_s, u"RUN x y"_s}));
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"did you mean FROM"_s));
        QCOMPARE(model.at(3), model.index(2, 0));
    }

    void aFileWithNothingInItHasNoRowYet() {
        OutlineModel model;
        model.set(outlineRows(*snapshotOf(u"# to come\n"_s), nullptr));
        QCOMPARE(model.rowCount(), 0);
    }

    void typingInOneLineTouchesOneRow() {
        OutlineModel model;
        model.set(outlineRows(*snapshotOf(kCourse), nullptr));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QString edited = kCourse;
        edited.replace(u"app.py"_s, u"main.py"_s);
        model.set(outlineRows(*snapshotOf(edited), nullptr));
        QCOMPARE(inserted.size() + removed.size(), 0);
        QCOMPARE(changed.size(), 1);
    }

    void randomEditsKeepTheModelWhole() {
        QRandomGenerator random(7);
        OutlineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList lines = kCourse.split(u'\n');
        const QStringList pool{u"FROM x AS s%1"_s, u"RUN r%1"_s, u"COPY a%1 /"_s, u"NOPE %1"_s, u""_s};
        for (int i = 0; i < 300; ++i) {
            const qsizetype at = random.bounded(lines.size() + 1);
            if (random.bounded(2) == 0 || lines.size() < 3) {
                QString line = pool[random.bounded(pool.size())];
                lines.insert(at, line.contains(u"%1"_s) ? line.arg(i) : line);
            } else {
                lines.removeAt(std::min(at, lines.size() - 1));
            }
            const auto rows = outlineRows(*snapshotOf(lines.join(u'\n')), nullptr);
            model.set(rows);
            QCOMPARE(model.rowCount(), static_cast<int>(rows.size()));
            for (int k = 0; k < model.rowCount(); ++k) {
                QCOMPARE(model.index(k, 0).data().toString(), rows[static_cast<std::size_t>(k)].label);
                QCOMPARE(model.rowCount(model.index(k, 0)),
                         static_cast<int>(rows[static_cast<std::size_t>(k)].instructions.size()));
            }
        }
    }

    void theFirstStageIsInView() {
        theme::Theme theme;
        project::Analysis analysis;
        project::Builds builds;
        project::Selection selection;
        OutlinePanel panel(theme, analysis, builds, selection);
        panel.resize(250, 180);
        panel.show();
        analysis.set(snapshotOf(kCourse));
        analysis.set(withForecast(snapshotOf(kCourse)));
        QCoreApplication::processEvents();
        auto* view = panel.findChild<QTreeView*>();
        QCOMPARE(view->visualRect(view->model()->index(0, 0)).top(), 0);
        QVERIFY(view->visualRect(view->model()->index(0, 0)).height() >= 24);
    }

    void aboveTheFirstStageNoneIsChosen() {
        theme::Theme theme;
        project::Analysis analysis;
        project::Builds builds;
        project::Selection selection;
        OutlinePanel panel(theme, analysis, builds, selection);
        analysis.set(snapshotOf(u"# words\nARG V=1\n"_s + kCourse));
        auto* view = panel.findChild<QTreeView*>();
        selection.choose({.stage = 0, .line = 4}, nullptr);
        QCOMPARE(view->currentIndex().data().toString(), u"RUN apt-get update"_s);
        selection.choose({.line = 1}, nullptr);
        QVERIFY(!view->currentIndex().isValid());
        QVERIFY(!view->selectionModel()->hasSelection());
        QCOMPARE(selection.current().line, 1);
    }

    void choosingARowMovesTheOthersAndTheOtherWayRound() {
        theme::Theme theme;
        project::Analysis analysis;
        project::Builds builds;
        project::Selection selection;
        OutlinePanel panel(theme, analysis, builds, selection);
        analysis.set(snapshotOf(kCourse));
        auto* view = panel.findChild<QTreeView*>();
        selection.choose({.stage = 1, .line = 8}, nullptr);
        QCOMPARE(view->currentIndex().data().toString(), u"RUN pip install"_s);
        QSignalSpy revealed(&selection, &project::Selection::revealed);
        view->setCurrentIndex(view->model()->index(2, 0, view->model()->index(0, 0)));
        QCOMPARE(revealed.size(), 1);
        QCOMPARE(selection.current().line, 3);
    }
};

QTEST_MAIN(OutlineTest)
#include "outline_test.moc"
