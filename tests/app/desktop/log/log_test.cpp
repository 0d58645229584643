#include "log/log_widget.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace slipway;
using slipway::log::AnsiReader;
using slipway::log::LogPiece;
using slipway::log::LogView;
using slipway::log::LogWidget;
using slipway::log::Style;

namespace {

// The pieces as text, "[red bold]words" where a style applies, "/" for a new line, "<" for a return.
QString told(const std::vector<LogPiece>& pieces) {
    QString out;
    for (const LogPiece& piece : pieces) {
        if (piece.kind == LogPiece::NewLine)
            out += u'/';
        else if (piece.kind == LogPiece::Return)
            out += u'<';
        else if (piece.span.style == Style{})
            out += piece.span.text;
        else
            out += u"[%1%2]%3"_s.arg(piece.span.style.color)
                       .arg(piece.span.style.bold ? u"b"_s : QString(), piece.span.text);
    }
    return out;
}

// What all its labels say, a line each.
QString saidBy(const LogWidget& widget) {
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        words << label->text();
    return words.join(u'\n');
}

project::BuildRun oneStep(const QString& id, engine::StepStatus status) {
    project::BuildRun run;
    project::StepRun step;
    step.id = id;
    step.name = u"RUN "_s + id;
    step.status = status;
    run.steps.push_back(step);
    run.state = project::RunState::Succeeded;
    return run;
}

}  // namespace

class LogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void coloursAreReadAndTheirCodesAreNotShown() {
        AnsiReader reader;
        QCOMPARE(told(reader.read("a\x1b[31;1mred\x1b[0m b\n")), u"a[1b]red b/"_s);
        QCOMPARE(told(reader.read("\x1b[38;5;2mgreen\x1b[39mplain\x1b[2K\x1b]0;title\x07!")), u"[2]greenplain!"_s);
    }

    void sequencesAndLettersMayBeCutAnywhere() {
        const QByteArray whole = "x\x1b[32mgr\xc3\xbcn\x1b[0m\r\nEnde";
        for (qsizetype cut = 1; cut < whole.size(); ++cut) {
            AnsiReader reader;
            std::vector<LogPiece> pieces = reader.read(QByteArrayView(whole).first(cut));
            std::ranges::copy(reader.read(QByteArrayView(whole).sliced(cut)), std::back_inserter(pieces));
            QString text;
            for (const LogPiece& piece : pieces) {
                QVERIFY(piece.kind != LogPiece::Return);
                text += piece.kind == LogPiece::NewLine ? u"\n"_s : piece.span.text;
            }
            QCOMPARE(text, u"xgr\u00fcn\nEnde"_s);
        }
    }

    void aProgressBarWritesOverItsLine() {
        theme::Theme theme;
        LogView view(theme);
        AnsiReader reader;
        view.append(reader.read("10 %\r50 %\r100 %\ndone\n"));
        QCOMPARE(view.toPlainText(), u"100 %\ndone\n"_s);
        QCOMPARE(view.lineCount(), 2);
    }

    void aLongLineIsReadWithoutScrollingSideways() {
        theme::Theme theme;
        LogView view(theme);
        view.resize(300, 200);
        view.show();
        AnsiReader reader;
        view.append(reader.read(QByteArray("ERROR: ") + QByteArray(200, 'x') + "\n"));
        QTRY_VERIFY(view.document()->firstBlock().lineCount() > 2);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        view.selectAll();
        view.copy();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QString(200, u'x')));
    }

    void coloursComeFromTheTheme() {
        theme::Theme theme;
        LogView view(theme);
        AnsiReader reader;
        view.append(reader.read("\x1b[31merror\x1b[0m"));
        QTextCursor cursor(view.document());
        cursor.movePosition(QTextCursor::NextCharacter);
        QCOMPARE(cursor.charFormat().foreground().color(), theme.color(theme::Role::Failed));
    }

    void theLogOfTheChosenStepIsShownAndGrows() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        LogWidget widget(builds, selection, theme);
        const int number = builds.add(oneStep(u"a"_s, engine::StepStatus::Done));
        builds.setLog(number, u"a"_s, {{1, "one\n"}});
        selection.choose({.step = u"a"_s}, nullptr);
        auto* view = widget.findChild<LogView*>();
        QCOMPARE(view->toPlainText(), u"one\n"_s);
        builds.apply(number, std::vector{engine::BuildEvent{2, engine::LogEvent{"a", 2, "two\n"}}});
        QCOMPARE(view->toPlainText(), u"one\ntwo\n"_s);
        QVERIFY(widget.titleLabel()->text().contains(u'2'));
        view->selectAll();
        view->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"one\ntwo\n"_s);
    }

    void aLongInstructionMakesTheTitleNoWiderThanThePanel() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        LogWidget widget(builds, selection, theme);
        const QString longName(200, u'm');
        builds.add(oneStep(longName, engine::StepStatus::Cached));
        selection.choose({.step = longName}, nullptr);
        widget.resize(260, 200);
        widget.show();
        QVERIFY(widget.titleLabel()->minimumWidth() > 0);  // counts in place of the width of the words
        QVERIFY2(widget.titleLabel()->sizeHint().width() < 260, qPrintable(widget.titleLabel()->text()));
        QVERIFY(widget.titleLabel()->text().contains(u"no output"_s));
    }

    void aStepThatPrintedNothingSaysWhy() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        LogWidget widget(builds, selection, theme);
        builds.add(oneStep(u"a"_s, engine::StepStatus::Cached));
        selection.choose({.step = u"a"_s}, nullptr);
        QVERIFY(saidBy(widget).contains(u"cache"_s));
        project::BuildRun run = oneStep(u"a"_s, engine::StepStatus::Waiting);
        run.state = project::RunState::Running;
        const int number = builds.add(run);
        QVERIFY2(saidBy(widget).contains(u"waits"_s), qPrintable(saidBy(widget)));
        run.steps.front().status = engine::StepStatus::Running;
        builds.replace(number, run);
        QVERIFY2(saidBy(widget).contains(u"printed yet"_s), qPrintable(saidBy(widget)));
    }

    void whatIsChosenAndHasNoLogIsNamed() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        LogWidget widget(builds, selection, theme);
        builds.add(oneStep(u"a"_s, engine::StepStatus::Cached));
        QVERIFY(saidBy(widget).contains(u"Choose a step"_s));
        selection.choose({.stage = 0, .line = 3}, nullptr);
        QVERIFY(saidBy(widget).contains(u"Line 3 runs nothing"_s));
        selection.choose({.stage = 1, .step = u"b"_s, .line = 7}, nullptr);
        QVERIFY(saidBy(widget).contains(u"not part of this build"_s));
    }

    // The timeline says it, for it has no rows then.
    void whatKeptABuildFromAnyStepIsNotSaidAgain() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        LogWidget widget(builds, selection, theme);
        project::BuildRun run;
        run.state = project::RunState::Failed;
        run.error = Error(ErrorCode::Invalid, "RUNN is no instruction.");
        builds.add(run);
        QVERIFY2(!saidBy(widget).contains(u"RUNN"_s), qPrintable(saidBy(widget)));
        QVERIFY2(saidBy(widget).contains(u"What a step prints"_s), qPrintable(saidBy(widget)));
        // With rows it says nothing, and no row can.
        run.steps = oneStep(u"a"_s, engine::StepStatus::Canceled).steps;
        builds.add(run);
        QVERIFY2(saidBy(widget).contains(u"RUNN is no instruction."_s), qPrintable(saidBy(widget)));
    }

    void aBuildIsFollowedUntilAStepIsChosen() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        LogWidget widget(builds, selection, theme);
        auto* view = widget.findChild<LogView*>();
        selection.choose({.stage = 0, .step = u"a"_s, .line = 2}, nullptr);  // where the cursor stands
        project::BuildRun run = oneStep(u"a"_s, engine::StepStatus::Done);
        run.steps.push_back(oneStep(u"b"_s, engine::StepStatus::Running).steps.front());
        run.state = project::RunState::Running;
        const int number = builds.add(run);
        const auto prints = [&](const char* step, const char* words) {
            builds.apply(number, std::vector{engine::BuildEvent{2, engine::LogEvent{step, 1, words}}});
        };
        prints("b", "begun\n");
        QCOMPARE(view->toPlainText(), u"begun\n"_s);
        prints("a", "late\n");
        selection.choose({.stage = 0, .line = 1}, nullptr);
        selection.choose({.stage = 0, .step = u"a"_s, .line = 2}, nullptr);
        QCOMPARE(view->toPlainText(), u"late\n"_s);
        prints("b", "more\n");
        QCOMPARE(view->toPlainText(), u"late\n"_s);
    }

    void searchFindsCountsAndGoesRound() {
        theme::Theme theme;
        project::Builds builds;
        project::Selection selection;
        LogWidget widget(builds, selection, theme);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        const int number = builds.add(oneStep(u"a"_s, engine::StepStatus::Done));
        builds.setLog(number, u"a"_s, {{1, "Pip one\nother\npip two\n"}});
        selection.choose({.step = u"a"_s}, nullptr);
        widget.find();
        auto* line = widget.findChild<QLineEdit*>();
        auto* view = widget.findChild<LogView*>();
        QTest::keyClicks(line, u"pip"_s);
        QCOMPARE(view->textCursor().blockNumber(), 0);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(view->textCursor().blockNumber(), 2);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(view->textCursor().blockNumber(), 0);
        QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view->textCursor().blockNumber(), 2);
        QVERIFY(saidBy(widget).contains(u"2"_s));
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
    }
};

QTEST_MAIN(LogTest)
#include "log_test.moc"
