#include "assist/breadcrumbs.h"
#include "editor/code_document.h"
#include "editor/document_page.h"
#include "editor/editor_area.h"
#include "editor/editor_setup.h"
#include "editor/formatting.h"
#include "editor/hover_card.h"
#include "editor/notice_bar.h"
#include "editor/overview_ruler.h"
#include "editor/pane.h"
#include "editor/squiggles.h"
#include "editor/stage_names.h"
#include "editor/step_hints.h"
#include "editor/tab_names.h"
#include "editor/tab_strip.h"
#include "editor/unsaved_text.h"
#include "language/instruction_help.h"
#include "opened_page.h"
#include "project/analysis.h"
#include "project/builds.h"
#include "project/problems.h"
#include "project/project.h"
#include "project/selection.h"
#include "project/step_card.h"
#include "project/text_job.h"
#include "theme/prose.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <KActionCollection>
#include <KConfigGroup>
#include <KSharedConfig>
#include <KTextEditor/Document>
#include <KTextEditor/Message>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::editor;

class EditorTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    theme::Theme* m_theme = nullptr;
    project::Project m_project;
    project::Analysis m_analysis;
    project::Builds m_builds;
    project::Selection m_selection;

    Sources sources() { return {*m_theme, m_analysis, m_builds, m_selection, m_project}; }
    QString file(const QString& name, const QByteArray& content) {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("no test file");
        return out.fileName();
    }
    static QByteArray read(const QString& path) {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    /// As a process that was killed leaves it: nobody forgets, and its number is another's.
    static void leave(const QString& path, const QString& text) {
        QFile left(UnsavedText::fileFor(path));
        if (!QDir().mkpath(QFileInfo(left.fileName()).path()) || !left.open(QIODevice::WriteOnly))
            qFatal("no place for what is left");
        left.write(
            QJsonDocument(QJsonObject{{u"path"_s, path}, {u"process"_s, 0}, {u"at"_s, 1}, {u"text"_s, text}}).toJson());
    }
    static NoticeBar* bar(const QWidget& page, const QString& purpose) {
        return page.findChild<NoticeBar*>(u"notice-"_s + purpose);
    }
    static void answer(NoticeBar& bar, const QString& text) {
        for (QPushButton* button : bar.findChildren<QPushButton*>()) {
            if (button->text() == text)
                return button->click();
        }
        QFAIL("no such answer");
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        prepareEditor();
        m_theme = new theme::Theme(this);
    }

    void aFileIsSavedAsItWasTyped() {
        const QString path = file(u"a.txt"_s, "one\r\ntwo");  // CRLF, no newline at the end
        DocumentPage page(path, sources());
        page.document().component().insertText({1, 3}, u"!"_s);
        QVERIFY(page.document().isModified());
        page.document().save();
        QTRY_VERIFY(!page.document().isModified());
        QCOMPARE(read(path), QByteArray("one\r\ntwo!"));
    }

    void savingWhatCannotBeWrittenKeepsFileAndText() {
        const QString path = file(u"keep.txt"_s, "old");
        DocumentPage page(path, sources());
        page.document().component().insertText({0, 0}, u"new "_s);
        page.document().setPath(m_folder.filePath(u"no/such/folder/a.txt"_s));
        page.document().save();
        QTRY_VERIFY(bar(page, u"save"_s));
        QVERIFY(bar(page, u"save"_s)->text().contains(u"a.txt"_s));
        QVERIFY(page.document().isModified());
        QCOMPARE(read(path), QByteArray("old"));
    }

    void typingDuringASaveStaysUnsaved() {
        const QString path = file(u"b.txt"_s, "x");
        DocumentPage page(path, sources());
        page.document().component().insertText({0, 1}, u"y"_s);
        QSignalSpy saved(&page.document(), &CodeDocument::saved);
        page.document().save();
        page.document().component().insertText({0, 2}, u"z"_s);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(read(path), QByteArray("xy"));
        QVERIFY(page.document().isModified());
        page.document().discard();
    }

    void aChangeOnDiskIsTakenOverWhereNothingWasTyped() {
        const QString path = file(u"c.txt"_s, "before\n");
        DocumentPage page(path, sources());
        file(u"c.txt"_s, "after\n");
        QTRY_COMPARE_WITH_TIMEOUT(page.document().text(), u"after\n"_s, 10000);
        QVERIFY(!page.document().isModified());
    }

    // Another program's change is where it was made: whoever reads elsewhere stays there.
    void aChangeOnDiskLeavesTheCursorWhereItIs() {
        QByteArray text;
        for (int i = 0; i < 200; ++i)
            text += "line " + QByteArray::number(i) + '\n';
        DocumentPage page(file(u"long.txt"_s, text), sources());
        page.resize(600, 300);
        page.show();
        page.view().setCursorPosition({100, 3});
        page.view().setScrollPosition({95, 0});
        const int top = page.view().firstDisplayedLine();
        const auto become = [&](const QByteArray& now) {
            file(u"long.txt"_s, now);
            QTRY_COMPARE_WITH_TIMEOUT(page.document().text(), QString::fromUtf8(now), 10000);
        };
        become(QByteArray(text).replace("line 150\n", "another\n"));
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(100, 3));
        QCOMPARE(page.view().firstDisplayedLine(), top);
        // Lines that come above push it down with its line; where its own are replaced it stays among them.
        become(text);
        become("first\n" + text);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(101, 3));
        become(QByteArray(text).replace("line 99\n", "x\n").replace("line 102\n", "y\n"));
        QCOMPARE(page.view().cursorPosition().column(), 3);
        QVERIFY(std::abs(page.view().cursorPosition().line() - 100) <= 1);
        // One step takes it back.
        page.view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QCOMPARE(page.document().text(), u"first\n"_s + QString::fromUtf8(text));
        page.document().discard();
    }

    void aChangeOnDiskAsksInPlaceWhereSomethingWasTyped() {
        const QString path = file(u"d.txt"_s, "before\n");
        DocumentPage page(path, sources());
        page.document().component().insertText({0, 0}, u"mine "_s);
        file(u"d.txt"_s, "theirs\n");
        QTRY_VERIFY_WITH_TIMEOUT(bar(page, u"disk"_s), 10000);
        QCOMPARE(page.document().text(), u"mine before\n"_s);
        answer(*bar(page, u"disk"_s), u"Take it from disk"_s);
        QTRY_COMPARE(page.document().text(), u"theirs\n"_s);
        QVERIFY(!page.document().isModified());
    }

    // Whoever presses Ctrl+S without a look at the bar writes over nobody's work.
    void aSaveNeverGoesOverWhatAnotherProgramWrote() {
        const QString path = file(u"both.txt"_s, "before\n");
        DocumentPage page(path, sources());
        page.document().component().insertText({0, 0}, u"mine "_s);
        file(u"both.txt"_s, "theirs\n");
        QSignalSpy refused(&page.document(), &CodeDocument::saveRefused);
        page.document().save();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(read(path), QByteArray("theirs\n"));
        QVERIFY(page.document().isModified());
        QVERIFY(bar(page, u"disk"_s));
        answer(*bar(page, u"disk"_s), u"Save mine over it"_s);
        QTRY_COMPARE(read(path), QByteArray("mine before\n"));
        QTRY_VERIFY(!page.document().isModified());
        // The next one is an ordinary one, and where there is no file any more it is made anew.
        page.document().component().insertText({0, 0}, u"all "_s);
        page.document().save();
        QTRY_COMPARE(read(path), QByteArray("all mine before\n"));
        QVERIFY(QFile::remove(path));
        page.document().component().insertText({0, 0}, u"x "_s);
        page.document().save();
        QTRY_COMPARE(read(path), QByteArray("x all mine before\n"));
        QCOMPARE(refused.size(), 1);
    }

    void aFileThatComesBackIsNoLongerMissed() {
        const QString path = file(u"back.txt"_s, "text\n");
        DocumentPage page(path, sources());
        QVERIFY(QFile::remove(path));
        QTRY_VERIFY_WITH_TIMEOUT(bar(page, u"disk"_s), 10000);
        file(u"back.txt"_s, "text\n");
        QTRY_VERIFY_WITH_TIMEOUT(!bar(page, u"disk"_s), 10000);
        QVERIFY(!page.document().isModified());
    }

    void ofTwoSavesTheLaterOneStays() {
        const QString path = file(u"twice.txt"_s, "");
        DocumentPage page(path, sources());
        QSignalSpy saved(&page.document(), &CodeDocument::saved);
        constexpr int kSaves = 40;
        for (int i = 0; i < kSaves; ++i) {
            page.document().component().setText(QString::number(i));
            page.document().save();
        }
        QTRY_COMPARE(saved.size(), kSaves);
        QCOMPARE(read(path), QByteArray::number(kSaves - 1));
        QVERIFY(!page.document().isModified());
    }

    void aSaveOfOurOwnIsNoChangeOnDisk() {
        const QString path = file(u"e.txt"_s, "x");
        DocumentPage page(path, sources());
        QSignalSpy changed(&page.document(), &CodeDocument::changedOnDisk);
        QSignalSpy saved(&page.document(), &CodeDocument::saved);
        page.document().component().insertText({0, 1}, u"y"_s);
        page.document().save();
        QTRY_COMPARE(saved.size(), 1);
        QTest::qWait(700);  // nothing must come: there is no event to wait for
        QCOMPARE(changed.size(), 0);
    }

    void unsavedTextIsOfferedBack() {
        const QString path = file(u"f.txt"_s, "saved");
        {
            DocumentPage page(path, sources());
            page.document().component().insertText({0, 5}, u" and typed"_s);
            page.document().flushUnsaved();
        }
        leave(path, u"saved and typed"_s);
        DocumentPage page(path, sources());
        NoticeBar* offer = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((offer = bar(page, u"unsaved"_s)), 30000);
        answer(*offer, u"Restore"_s);
        QCOMPARE(page.document().text(), u"saved and typed"_s);
        QVERIFY(page.document().isModified());
        page.document().discard();
    }

    // It waits for an answer, through what is typed meanwhile and through the next end.
    void unsavedTextStaysUntilItIsAnswered() {
        const QString path = file(u"g.txt"_s, "saved");
        leave(path, u"left"_s);
        for (int i = 0; i < 2; ++i) {
            DocumentPage page(path, sources());
            QTRY_VERIFY_WITH_TIMEOUT(bar(page, u"unsaved"_s), 30000);
            page.document().component().insertText({0, 5}, u"!"_s);
            page.document().flushUnsaved();
            page.document().save();
            QTRY_VERIFY(!page.document().isModified());
        }
        {
            DocumentPage page(path, sources());
            NoticeBar* offer = nullptr;
            QTRY_VERIFY_WITH_TIMEOUT((offer = bar(page, u"unsaved"_s)), 30000);
            page.document().component().insertText({0, 0}, u"new "_s);
            answer(*offer, u"Throw away"_s);
            // What was typed since is none of that.
            QVERIFY(page.document().isModified());
            QCOMPARE(page.document().text(), u"new saved!!"_s);
            page.document().discard();
        }
        DocumentPage page(path, sources());
        QFuture<std::optional<LeftBehind>> left = page.document().leftBehind();
        left.waitForFinished();
        QVERIFY(!left.result());
    }

    void invalidUtf8IsSaidAndItsBytesAreKept() {
        const QByteArray bytes("one\ncaf\xE9\n");
        const QString path = file(u"latin.txt"_s, bytes);
        DocumentPage page(path, sources());
        QTRY_VERIFY_WITH_TIMEOUT(bar(page, u"utf8"_s), 30000);
        QVERIFY2(bar(page, u"utf8"_s)->text().contains(u"line 2, column 4"_s), qPrintable(bar(page, u"utf8"_s)->text()));
        page.document().component().insertText({0, 0}, u"#"_s);
        page.document().save();
        QTRY_VERIFY(!page.document().isModified());
        QCOMPARE(read(path), QByteArray("#") + bytes);
    }

    void mixedLineEndingsAreSaidAndTheKindCanBeChosen() {
        const QString path = file(u"mixed.txt"_s, "one\r\ntwo\nthree\n");
        DocumentPage page(path, sources());
        QTRY_VERIFY_WITH_TIMEOUT(bar(page, u"endings"_s), 30000);
        const QString said = bar(page, u"endings"_s)->text();
        QVERIFY2(said.contains(u"2 \u00d7 LF"_s) && said.contains(u"1 \u00d7 CRLF"_s), qPrintable(said));
        // What the bar says is what saving does.
        const QString kind = page.document().lineEnding();
        QVERIFY(said.contains(u"with "_s + kind + u'.'));
        page.document().component().insertText({0, 0}, u"#"_s);
        page.document().save();
        QTRY_VERIFY(!page.document().isModified());
        const QByteArray end = kind == "CRLF"_L1 ? "\r\n" : "\n";
        QCOMPARE(read(path), "#one" + end + "two" + end + "three" + end);
        QVERIFY(!bar(page, u"endings"_s));

        file(u"mixed2.txt"_s, "one\r\ntwo\n");
        DocumentPage other(m_folder.filePath(u"mixed2.txt"_s), sources());
        QTRY_VERIFY_WITH_TIMEOUT(bar(other, u"endings"_s), 30000);
        const QString wanted = other.document().lineEnding() == "LF"_L1 ? u"CRLF"_s : u"LF"_s;
        answer(*bar(other, u"endings"_s), u"Use "_s + wanted + u" instead"_s);
        QCOMPARE(other.document().lineEnding(), wanted);
        other.document().save();
        QTRY_VERIFY(!other.document().isModified());
        QCOMPARE(read(m_folder.filePath(u"mixed2.txt"_s)),
                 QByteArray(wanted == "LF"_L1 ? "one\ntwo\n" : "one\r\ntwo\r\n"));
    }

    void endingsOfOneKindAreNotSpokenOf() {
        for (const QByteArray& text : {QByteArray("a\nb\n"), QByteArray("a\r\nb\r\n"), QByteArray("a"), QByteArray()}) {
            DocumentPage page(file(u"one-kind.txt"_s, text), sources());
            QSignalSpy changed(&page.document(), &CodeDocument::changedOnDisk);
            QTRY_VERIFY(page.document().look());
            QVERIFY(!bar(page, u"endings"_s));
            QCOMPARE(changed.size(), 0);
        }
    }

    void otherEndingsOnDiskAreKeptWhenTheyAreTakenOver() {
        const QString path = file(u"endings.txt"_s, "one\ntwo\n");
        DocumentPage page(path, sources());
        file(u"endings.txt"_s, "one\r\nthree\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(page.document().text(), u"one\nthree\n"_s, 10000);
        QCOMPARE(page.document().lineEnding(), u"CRLF"_s);
        QVERIFY(!page.document().isModified());
        page.document().component().insertText({0, 0}, u"#"_s);
        page.document().save();
        QTRY_VERIFY(!page.document().isModified());
        QCOMPARE(read(path), QByteArray("#one\r\nthree\r\n"));
    }

    void aByteOrderMarkIsKeptEvenByASaveRightAfterOpening() {
        const QString path = file(u"bom.txt"_s, "\xEF\xBB\xBFone\n");
        DocumentPage page(path, sources());
        page.document().component().insertText({0, 3}, u"!"_s);
        page.document().save();
        QTRY_VERIFY(!page.document().isModified());
        QCOMPARE(read(path), QByteArray("\xEF\xBB\xBFone!\n"));
    }

    void aLineOfTenMegabytesOpens() {
        const QString path = file(u"long.txt"_s, QByteArray(10 << 20, 'x'));
        DocumentPage page(path, sources());
        page.resize(800, 600);
        page.show();
        QVERIFY(page.document().component().lines() > 100);  // in pieces
        QVERIFY(!page.document().component().isReadWrite());
        // No key writes into it, nor ends the program.
        const QString before = page.document().text();
        page.view().setCursorPosition({0, 0});
        for (const auto& id : {u"newline_above"_s, u"newline_below"_s, u"smart_newline"_s, u"no_indent_newline"_s,
                               u"delete_line"_s, u"tools_indent"_s, u"transpose_char"_s, u"tools_toggle_comment"_s,
                               u"tools_scripts_moveLinesDown"_s, u"tools_join_lines"_s, u"edit_cut"_s}) {
            QAction* const action = page.view().actionCollection()->action(id);
            QVERIFY2(action, qPrintable(id));
            if (id.contains("newline"_L1)) {
                action->setEnabled(true);  // as the component does where the view gets the focus
                QVERIFY2(!action->isEnabled(), qPrintable(id));
            }
            action->trigger();
        }
        QCOMPARE(page.document().text(), before);
    }

    void whatIsWrongIsMarkedWhereItIs() {
        const QString path = file(u"Dockerfile"_s, "FROM scratch\nNOPE x\n");
        EditorArea area(m_project, sources());
        m_project.open(m_folder.path());
        DocumentPage* page = test::opened(area, path);
        QVERIFY(page);
        auto snapshot = project::analyseText({.path = path,
                                              .folder = m_folder.path(),
                                              .text = page->document().text(),
                                              .revision = page->document().revision()});
        QVERIFY(!snapshot->problems.empty());
        QCOMPARE(snapshot->problems.front().line, 2);
        m_analysis.set(snapshot);
        m_analysis.set(std::make_shared<project::Snapshot>());
    }

    void whatTheChecksSayOfAnIgnoreFileIsMarkedInIt() {
        const QString path = file(u".dockerignore"_s, "a\nnothing-here");
        EditorArea area(m_project, sources());
        m_project.open(m_folder.path());
        DocumentPage* page = test::opened(area, path);
        QVERIFY(page);
        auto snapshot = project::analyseText(
            {.path = m_folder.filePath(u"Dockerfile"_s), .folder = m_folder.path(), .text = u"FROM scratch\n"_s});
        snapshot->elsewhere = {{checks::Severity::Warning, u"Rule"_s, u"Matches nothing"_s, 2, 1, 3, 1, path}};
        m_analysis.set(snapshot);
        QCOMPARE(page->pane().ruler().problemAt(page->pane().ruler().yOf(1))->message, u"Matches nothing"_s);
        StepHints hints(page->document(), page->view(), page->pane().asker(), sources());
        hints.textHint(&page->view(), {1, 3});
        auto* card = page->findChild<HoverCard*>();
        QVERIFY(card && card->accessibleName() == "Matches nothing"_L1);
        m_analysis.set(std::make_shared<project::Snapshot>());
        QVERIFY(!page->pane().ruler().problemAt(page->pane().ruler().yOf(1)));
    }

    // One change that one undo takes back; what was in style isn't touched, so the cursor stays.
    void aDockerfileIsFormattedInPlace() {
        const QString path =
            file(u"Dockerfile"_s, "from  debian:13  as a\nLABEL x=\"\u00e9\U0001F600\"   y=z\nRUN a  &&  b\n");
        DocumentPage page(path, sources());
        page.view().setCursorPosition({2, 5});
        const QString before = page.document().text();
        formatDockerfile(page.document());
        QTRY_COMPARE_WITH_TIMEOUT(page.document().text(),
                                  u"FROM debian:13 AS a\nLABEL x=\"\u00e9\U0001F600\" y=z\nRUN a  &&  b\n"_s, 30'000);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(2, 5));
        page.view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QCOMPARE(page.document().text(), before);
        page.document().discard();
    }

    // Whole lines are selected up to the begin of the next one, which is left as it is.
    void ofASelectionThatAloneIsFormatted() {
        const QString path = file(u"Dockerfile"_s, "from  debian:13\nworkdir   /a\nenv A=1\nenv B=2\n");
        DocumentPage page(path, sources());
        page.view().setCursorPosition({1, 0});
        formatDockerfile(page.document(), {1, 0, 3, 0});
        QTRY_COMPARE_WITH_TIMEOUT(page.document().text(), u"from  debian:13\nWORKDIR /a\nENV A=1\nenv B=2\n"_s, 30'000);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(1, 0));
        page.document().discard();
    }

    // Else the panels beside it would give way when the cursor comes to a long instruction.
    void whatStandsAboveTheTextAsksForNoMoreRoom() {
        EditorArea area(m_project, sources());
        m_project.open(m_folder.path());
        const QString path = file(u"Dockerfile"_s, "# a\nFROM scratch AS " + QByteArray(80, 'n') + "\n");
        DocumentPage* page = test::opened(area, path);
        QVERIFY(page);
        area.show();
        const QSize before = area.sizeHint();
        m_analysis.set(project::analyseText({.path = path,
                                             .folder = m_folder.path(),
                                             .text = page->document().text(),
                                             .revision = page->document().revision()}));
        page->view().setCursorPosition({1, 0});
        auto* crumbs = page->findChild<assist::Breadcrumbs*>();
        QVERIFY(crumbs && crumbs->words().size() == 3);
        QVERIFY(crumbs->sizeHint().width() > 2 * before.width());
        QCOMPARE(area.sizeHint(), before);
        QVERIFY2(area.minimumSizeHint().width() <= before.width(),
                 qPrintable(QString::number(area.minimumSizeHint().width())));
    }

    void whatTheCursorStandsInStaysChosenThroughEdits() {
        EditorArea area(m_project, sources());
        m_project.open(m_folder.path());
        const QString path = file(u"Dockerfile"_s, "FROM scratch AS a\nCOPY x /\nCMD [\"/x\"]\n");
        DocumentPage* page = test::opened(area, path);
        QVERIFY(page);
        const auto analyse = [&] {
            auto snapshot = project::analyseText({.path = path,
                                                  .folder = m_folder.path(),
                                                  .text = page->document().text(),
                                                  .revision = page->document().revision()});
            m_analysis.set(snapshot);
            return QString::fromStdString(snapshot->plan->steps.front().id);
        };
        page->goTo(2);
        // The cursor stood there before anything was known of the text.
        const QString before = analyse();
        QCOMPARE(m_selection.current().step, before);
        page->document().component().insertText({1, 6}, u"y"_s);
        const QString after = analyse();
        QVERIFY(after != before);
        QCOMPARE(m_selection.current().step, after);
        // A stage is chosen by its line, where the cursor stands already: the step there is still the chosen one.
        m_selection.reveal({.stage = 0, .line = 2}, nullptr);
        QCOMPARE(m_selection.current().step, after);
        // A target that is chosen meanwhile stays chosen.
        m_selection.choose({.stage = 0, .image = u"sha256:1"_s}, nullptr);
        analyse();
        QCOMPARE(m_selection.current().image, u"sha256:1"_s);
        page->document().discard();
        m_analysis.set(std::make_shared<project::Snapshot>());
    }

    void aCardSaysWhyAStepRunsAgainAndWhatAVariableIs() {
        EditorArea area(m_project, sources());
        area.resize(700, 400);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        m_project.open(m_folder.path());
        const QString path = file(u"Dockerfile"_s, "ARG V=3\nFROM scratch AS a\nENV TO=/x$V\nCOPY x $TO\nCOPY y $TO\n");
        DocumentPage* page = test::opened(area, path);
        QVERIFY(page);
        auto snapshot = project::analyseText({.path = path,
                                              .folder = m_folder.path(),
                                              .text = page->document().text(),
                                              .revision = page->document().revision()});
        auto forecast = std::make_shared<cache::Forecast>();
        forecast->steps.resize(2);
        forecast->steps[0] = {
            .step = 0,
            .status = cache::Status::Rebuild,
            .reason = {.kind = cache::ReasonKind::Files, .subject = "x", .differences = {{"mode", "0644", "0755"}}},
            .size = 229,
            .expectedMs = 1500};
        forecast->steps[1] = {
            .step = 1, .status = cache::Status::Rebuild, .reason = {.kind = cache::ReasonKind::Follows, .step = 0}};
        snapshot->forecast = forecast;
        m_analysis.set(snapshot);
        const auto said = [&] {
            QStringList words;
            for (const auto* card : page->findChildren<HoverCard*>()) {
                for (const QLabel* label : card->findChildren<QLabel*>())
                    words << label->text().replace(u'\u00a0', u' ');
                for (const theme::Prose* prose : card->findChildren<theme::Prose*>())
                    words << prose->plainText();
            }
            return words.join(u'\n');
        };
        StepHints hints(page->document(), page->view(), page->pane().asker(), sources());
        QVERIFY(hints.textHint(&page->view(), {3, 1}).isEmpty());
        for (const QString& words : {u"COPY x /x will rebuild"_s, u"x changed"_s, u"0644 \u2192 0755"_s, u"1 step"_s,
                                     u"229 B unpacked"_s, u"took 1.5 s last time"_s})
            QVERIFY2(said().contains(words), qPrintable(words + u" is not in\n"_s + said()));
        hints.textHint(&page->view(), {4, 1});
        QVERIFY2(said().contains(u"COPY y /x follows line 4"_s), qPrintable(said()));
        // What the language says of a word comes below.
        hints.textHint(&page->view(), {3, 8});
        QTRY_VERIFY2(said().contains(u"TO, here /x"_s), qPrintable(said()));
        QVERIFY2(said().contains(u"COPY x /x will rebuild"_s), qPrintable(said()));
        // It has a card of its own where there is no step.
        hints.textHint(&page->view(), {0, 5});
        QTRY_VERIFY2(said().contains(u"V, here 3"_s) && !said().contains(u"COPY"_s), qPrintable(said()));
        // Of what is wrong there, that comes first, and why.
        auto wrong = std::make_shared<project::Snapshot>(*snapshot);
        wrong->problems = {{checks::Severity::Warning, u"WorkdirRelativePath"_s, u"Relative there"_s, 4, 1, 4, 5}};
        m_analysis.set(wrong);
        hints.textHint(&page->view(), {3, 1});
        QVERIFY2(said().contains(u"Relative there"_s), qPrintable(said()));
        QVERIFY2(said().contains(project::explanationOf(u"WorkdirRelativePath"_s)), qPrintable(said()));
        hints.textHint(&page->view(), {4, 1});
        QVERIFY2(said().contains(u"COPY y /x follows line 4"_s), qPrintable(said()));
        QTRY_VERIFY2(said().contains(QString::fromUtf8(language::helpOf(dockerfile::Keyword::Copy)->text)),
                     qPrintable(said()));
        auto* card = page->findChild<HoverCard*>();
        QVERIFY(card->isVisible());
        QTest::keyClick(&area, Qt::Key_Escape);
        QVERIFY(!card->isVisible());
        // The same comes by a key, for what stands at the cursor.
        page->view().setCursorPosition({4, 1});
        hints.showAtCursor();
        QVERIFY(card->isVisible());
        QVERIFY2(said().contains(u"COPY y /x follows line 4"_s), qPrintable(said()));
        QTRY_VERIFY2(said().contains(QString::fromUtf8(language::helpOf(dockerfile::Keyword::Copy)->text)),
                     qPrintable(said()));
        page->view().setCursorPosition({5, 0});
        hints.showAtCursor();
        QTRY_VERIFY2(said().contains(u"Nothing is known"_s), qPrintable(said()));
        m_analysis.set(std::make_shared<project::Snapshot>());
    }

    // Through what one jumped from, with the edits made since, also in a file that was closed meanwhile.
    void oneGoesBackToWhereOneJumpedFromAndForwardAgain() {
        EditorArea area(m_project, sources());
        m_project.open(m_folder.path());
        const QString docker = file(u"Dockerfile"_s, "FROM scratch\nCOPY a /\nCOPY b /\nCOPY c /\n");
        const QString other = file(u"a.txt"_s, "one\ntwo\n");
        DocumentPage* page = test::opened(area, docker);
        QVERIFY(page);
        QVERIFY(!area.canGoAlong(false));
        m_selection.reveal({.line = 4}, nullptr);
        QCOMPARE(page->currentLine(), 4);
        m_selection.show(other, 2);
        QTRY_VERIFY(area.current() != page && area.current()->currentLine() == 2);
        page->document().component().insertLine(0, u"# new"_s);
        area.goAlong(false);
        QCOMPARE(area.current(), page);
        QCOMPARE(page->currentLine(), 5);
        area.goAlong(false);
        QCOMPARE(page->currentLine(), 2);
        QVERIFY(!area.canGoAlong(false));
        area.goAlong(true);
        QCOMPARE(page->currentLine(), 5);
        area.goAlong(true);
        QCOMPARE(area.current()->document().path(), other);
        area.closeCurrent();
        QCOMPARE(area.current(), page);
        area.goAlong(false);  // here already: the one before
        QCOMPARE(page->currentLine(), 2);
        area.goAlong(true);
        QCOMPARE(page->currentLine(), 5);
        // A jump from here forgets what lay ahead.
        m_selection.reveal({.line = 3}, nullptr);
        QVERIFY(!area.canGoAlong(true));
        area.goAlong(false);
        QCOMPARE(page->currentLine(), 5);
        page->document().discard();
    }

    // A line that is too long for the component is shown in pieces: what is analysed and saved is the file's, and what
    // is known of it stands where the view shows it.
    void aLineThatIsShownInPiecesIsOneLine() {
        EditorArea area(m_project, sources());
        m_project.open(m_folder.path());
        const QByteArray bytes = "FROM scratch AS base\nRUN echo " + QByteArray(25'000, 'x') +
                                 " && cd /tmp\nCOPY x rel\nFROM base\nWORKDIR there\n";
        const QString path = file(u"Dockerfile"_s, bytes);
        DocumentPage* page = test::opened(area, path);
        QVERIFY(page);
        CodeDocument& document = page->document();
        const int pieces = document.component().lines() - 6;
        QVERIFY2(pieces >= 2, "the component broke nothing");
        QVERIFY(!document.component().isReadWrite());
        QCOMPARE(document.text(), QString::fromUtf8(bytes));
        QTRY_VERIFY(bar(*page, u"long"_s));
        QVERIFY(document.component().findChildren<KTextEditor::Message*>().isEmpty());
        const auto analyse = [&] {
            m_analysis.set(project::analyseText(
                {.path = path, .folder = m_folder.path(), .text = document.text(), .revision = document.revision()}));
        };
        analyse();
        const auto& problems = m_analysis.current()->problems;
        const auto onLine = [&](int line) {
            return std::ranges::find(problems, line, &project::Problem::line) != problems.end();
        };
        QVERIFY(onLine(5));
        const auto& ruler = page->pane().ruler();
        QVERIFY(ruler.problemAt(ruler.yOf(4 + pieces)));
        const auto hasState = [&](int line) {
            return (document.component().mark(line) & ~uint{KTextEditor::Document::Execution}) != 0;
        };
        for (const int line : {1, 2 + pieces, 4 + pieces})
            QVERIFY2(hasState(line), qPrintable(QString::number(line)));
        for (const int line : {2, 1 + pieces, 3 + pieces})
            QVERIFY2(!hasState(line), qPrintable(QString::number(line)));
        page->goTo(5);
        QCOMPARE(page->view().cursorPosition().line(), 4 + pieces);
        QCOMPARE(page->currentLine(), 5);
        QCOMPARE(m_selection.current().stage, 1);
        // In the last piece one is still in the line of which it is one.
        page->view().setCursorPosition({1 + pieces, 0});
        QCOMPARE(page->currentLine(), 2);
        QCOMPARE(m_selection.current().line, 2);
        auto* crumbs = page->findChild<assist::Breadcrumbs*>();
        QVERIFY(crumbs && crumbs->words().back().startsWith(u"RUN echo"_s));
        // Saving has nothing to write, and a text from disk that is short again can be written.
        document.save();
        file(u"Dockerfile"_s, "FROM scratch\nWORKDIR there\n");
        QTRY_COMPARE_WITH_TIMEOUT(document.text(), u"FROM scratch\nWORKDIR there\n"_s, 10000);
        QVERIFY(document.component().isReadWrite());
        QVERIFY(document.viewLines().areText());
        QVERIFY(!bar(*page, u"long"_s));
        file(u"Dockerfile"_s, bytes);
        QTRY_COMPARE_WITH_TIMEOUT(document.text(), QString::fromUtf8(bytes), 10000);
        QVERIFY(!document.component().isReadWrite());
        QTRY_VERIFY(bar(*page, u"long"_s));
        QCOMPARE(read(path), bytes);
        m_analysis.set(std::make_shared<project::Snapshot>());
    }

    // The same word is an image where the file has no stage of that name.
    void namesOfStagesAreColoured() {
        EditorArea area(m_project, sources());
        m_project.open(m_folder.path());
        const QString path = file(u"Dockerfile"_s,
                                  "FROM a AS base\nCOPY --from=busybox x y\nFROM base AS x\nCOPY --from=base x y\n"
                                  "COPY --from=1 x y\n");
        DocumentPage* page = test::opened(area, path);
        QVERIFY(page);
        const auto analyse = [&] {
            m_analysis.set(project::analyseText({.path = path,
                                                 .folder = m_folder.path(),
                                                 .text = page->document().text(),
                                                 .revision = page->document().revision()}));
        };
        const auto shown = [&] {
            QStringList out;
            for (const StageNames::Name& name : page->stageNames().names())
                out << u"%1:%2 %3%4"_s.arg(name.range.start().line())
                           .arg(name.range.start().column())
                           .arg(page->document().component().text(name.range), name.isDefinition ? u"!"_s : u""_s);
            return out.join(u", "_s);
        };
        analyse();
        QTRY_COMPARE(shown(), u"0:10 base!, 2:5 base, 2:13 x!, 3:12 base"_s);
        // So they are where the text was read from disk, before it was opened here.
        m_analysis.set(std::make_shared<project::Snapshot>());
        QCOMPARE(shown(), QString());
        m_analysis.set(project::analyseText({.path = path, .folder = m_folder.path()}));
        QTRY_COMPARE(shown(), u"0:10 base!, 2:5 base, 2:13 x!, 3:12 base"_s);
        // They go with their words, at once, and the colours with the theme.
        page->document().component().insertText({2, 0}, u"# c\n"_s);
        QCOMPARE(shown(), u"0:10 base!, 3:5 base, 3:13 x!, 4:12 base"_s);
        m_theme->choose(theme::Theme::Choice::Dark);
        QCoreApplication::processEvents();
        QCOMPARE(shown(), u"0:10 base!, 3:5 base, 3:13 x!, 4:12 base"_s);
        m_theme->choose(theme::Theme::Choice::Light);
        page->document().component().replaceText({0, 10, 0, 14}, u"busybox"_s);
        analyse();
        QTRY_COMPARE(shown(), u"0:10 busybox!, 1:12 busybox, 3:13 x!"_s);
        page->document().discard();
        m_analysis.set(std::make_shared<project::Snapshot>());
    }

    void tabsOfOneNameShowTheirFolders() {
        EditorArea area(m_project, sources());
        const auto* tabs = area.findChild<TabStrip*>();
        const auto names = [&] {
            QStringList out;
            for (int i = 0; i < tabs->count(); ++i)
                out << tabs->tabText(i);
            return out;
        };
        for (const QString& folder : {u"app"_s, u"db"_s})
            QDir(m_folder.path()).mkpath(folder);
        const QString app = file(u"app/Dockerfile"_s, "FROM scratch\n");
        const QString db = file(u"db/Dockerfile"_s, "FROM scratch\n");
        QVERIFY(test::opened(area, app));
        QCOMPARE(names(), QStringList{u"Dockerfile"_s});
        QVERIFY(test::opened(area, db) && test::opened(area, file(u"a.txt"_s, "x")));
        QCOMPARE(names(), (QStringList{u"app/Dockerfile"_s, u"db/Dockerfile"_s, u"a.txt"_s}));
        area.fileRenamed(db, m_folder.filePath(u"db/Containerfile"_s));
        QCOMPARE(names(), (QStringList{u"Dockerfile"_s, u"Containerfile"_s, u"a.txt"_s}));
        area.fileRenamed(m_folder.filePath(u"db/Containerfile"_s), db);
        QVERIFY(test::opened(area, app));
        area.closeCurrent();
        QCOMPARE(names(), (QStringList{u"Dockerfile"_s, u"a.txt"_s}));
        QCOMPARE(tabNames({u"/p/x/a"_s, u"/q/x/a"_s, u"/a"_s}), (QStringList{u"p/x/a"_s, u"q/x/a"_s, u"/a"_s}));
    }

    void aClosedTabLeavesNothingOfItsDocument() {
        EditorArea area(m_project, sources());
        const QPointer<DocumentPage> page = test::opened(area, file(u"closed.txt"_s, "text"));
        QVERIFY(page);
        const QPointer<KTextEditor::Document> component = &page->document().component();
        const QPointer<KTextEditor::View> view = &page->view();
        area.closeCurrent();
        QTRY_VERIFY(!page);
        QVERIFY(!component);
        QVERIFY(!view);
    }

    void whatIsWrongWithALastLineWithoutEndIsMarked() {
        DocumentPage page(file(u"last.txt"_s, "a\nlast"), sources());
        Squiggles squiggles(page.document().component(), *m_theme);
        squiggles.set({{checks::Severity::Warning, u"Rule"_s, u"a whole line"_s, 1, 1, 2, 1},
                       {checks::Severity::Warning, u"Rule"_s, u"the last one"_s, 2, 1, 3, 1}});
        QCOMPARE(squiggles.ranges(), (std::vector{KTextEditor::Range(0, 0, 1, 0), KTextEditor::Range(1, 0, 1, 4)}));
    }

    void aTextThatIsReplacedAsAWholeIsMarkedAgain() {
        DocumentPage page(file(u"replaced.txt"_s, "one\ntwo\n"), sources());
        Squiggles squiggles(page.document().component(), *m_theme);
        const std::vector<project::Problem> problems{{checks::Severity::Warning, u"Rule"_s, u"two"_s, 2, 1, 2, 4}};
        squiggles.set(problems);
        page.document().replace(u"one\ntwo\n"_s);
        squiggles.set(problems);
        QCOMPARE(squiggles.ranges(), (std::vector{KTextEditor::Range(1, 0, 1, 3)}));
        page.document().discard();
    }

    void whoAnswersABarWritesOn() {
        DocumentPage page(file(u"answered.txt"_s, "text"), sources());
        QWidget window;
        QHBoxLayout both(&window);
        QPushButton elsewhere(&window);
        both.addWidget(&page);
        both.addWidget(&elsewhere);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        elsewhere.setFocus();
        page.showNotice(u"asked"_s, u"Well?"_s, 0)->addAnswer(u"Yes"_s, [] {});
        answer(*bar(page, u"asked"_s), u"Yes"_s);
        QTRY_VERIFY(page.view().isAncestorOf(QApplication::focusWidget()));
        page.setParent(nullptr);
    }

    void theComponentsBarsHaveTheThemesColours() {
        for (const auto choice : {theme::Theme::Choice::Dark, theme::Theme::Choice::Light}) {
            m_theme->choose(choice);
            const DocumentPage page(file(u"bars.txt"_s, "text"), sources());
            for (const auto& [group, role] : {std::pair(u"Colors:View"_s, theme::Role::Panel),
                                              std::pair(u"Colors:Window"_s, theme::Role::Window)}) {
                const QColor color = m_theme->color(role);
                QCOMPARE(KConfigGroup(KSharedConfig::openConfig(), group).readEntry("BackgroundNormal"),
                         u"%1,%2,%3"_s.arg(color.red()).arg(color.green()).arg(color.blue()));
            }
        }
        m_theme->choose(theme::Theme::Choice::System);
    }

    void aLineThatFailedSaysHow() {
        auto snapshot = project::analyseText(
            {.path = u"/p/Dockerfile"_s, .folder = u"/p"_s, .text = u"FROM scratch\nRUN false\n"_s, .revision = 1});
        auto forecast = std::make_shared<cache::Forecast>();
        forecast->steps.push_back(
            {.step = 0, .status = cache::Status::Rebuild, .reason = {.kind = cache::ReasonKind::NeverBuilt}});
        snapshot->forecast = forecast;
        QCOMPARE(lineStates(*snapshot, nullptr, {}).at(1).words, u"rebuilds: never built"_s);
        project::BuildRun run;
        run.dockerfile = snapshot->path;
        run.state = project::RunState::Failed;
        run.steps.push_back({.id = QString::fromStdString(snapshot->plan->steps[0].id),
                             .status = engine::StepStatus::Failed,
                             .exitStatus = 3});
        QCOMPARE(lineStates(*snapshot, &run, {}).at(1).words, u"failed with exit status 3"_s);
        const project::StepCard card = project::stepCard(*snapshot, 0, &run);
        QCOMPARE(card.reason, u"failed with exit status 3"_s);
        run.steps[0].exitStatus = 0;
        run.steps[0].message = u"No such file."_s;
        QCOMPARE(lineStates(*snapshot, &run, {}).at(1).words, u"failed: No such file."_s);
    }

    void aBaseIsNotSaidToBeAbsentBesideItsTick() {
        auto snapshot = project::analyseText(
            {.path = u"/p/Dockerfile"_s, .folder = u"/p"_s, .text = u"FROM base:1\n"_s, .revision = 1});
        auto forecast = std::make_shared<cache::Forecast>();
        forecast->steps.push_back({.step = 0,
                                   .status = cache::Status::Unknown,
                                   .reason = {.kind = cache::ReasonKind::Unresolved, .subject = "base:1"}});
        snapshot->forecast = forecast;
        project::BuildRun run;
        run.dockerfile = snapshot->path;
        run.steps.push_back({.id = QString::fromStdString(snapshot->plan->steps[0].id)});
        const auto words = [&] { return lineStates(*snapshot, &run, {}).at(0).words; };
        run.steps[0].status = engine::StepStatus::Running;
        QCOMPARE(words(), u"base:1 isn't here yet"_s);
        run.steps[0].status = engine::StepStatus::Done;
        QCOMPARE(words(), QString());
        QCOMPARE(project::stepCard(*snapshot, 0, &run).reason, QString());
        // What it says after the build is the next forecast's matter.
        run.state = project::RunState::Canceled;
        QCOMPARE(words(), u"base:1 isn't here yet"_s);
    }

    void highContrastReachesTheEditor() {
        const QString path = file(u"contrast.txt"_s, "text");
        DocumentPage page(path, sources());
        QPalette system;
        system.setColor(QPalette::Base, Qt::black);
        system.setColor(QPalette::Window, Qt::black);
        system.setColor(QPalette::Text, Qt::white);
        m_theme->setHighContrast(system);
        QCOMPARE(page.view().configValue(u"theme"_s).toString(), u"Slipway Contrast Dark"_s);
        m_theme->setHighContrast({});
        QVERIFY(!page.view().configValue(u"theme"_s).toString().contains(u"Contrast"_s));
    }

    void aFileIsOpenedOnceItsDiskHasAnswered() {
        EditorArea area(m_project, sources());
        QStringList came;
        const auto then = [&](const DocumentPage& page) { came << QFileInfo(page.document().path()).fileName(); };
        const QString first = file(u"first.txt"_s, QByteArray(1 << 20, '\n')), second = file(u"second.txt"_s, "2");
        area.open(first, then);
        area.open(second, then);
        area.open(first);  // no second tab
        QTRY_VERIFY(!area.isOpening());
        QCOMPARE(area.openPaths(), (QStringList{first, second}));
        QCOMPARE(area.current()->document().path(), first);
        came.sort();
        QCOMPARE(came, (QStringList{u"first.txt"_s, u"second.txt"_s}));
        area.open(second, then);  // it is there
        QCOMPARE(came.size(), 3);
        QCOMPARE(area.current()->document().path(), second);
        area.closeCurrent();
        area.closeCurrent();
    }

    void whatCantBeOpenedIsSaid() {
        EditorArea area(m_project, sources());
        QStringList said;
        connect(&area, &EditorArea::openFailed, this, [&](const QString& sentence) { said << sentence; });
        area.open(m_folder.filePath(u"nowhere.txt"_s), [](const DocumentPage&) { QFAIL("opened"); });
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.front().contains(u"there is no such file"_s), qPrintable(said.front()));
        area.open(m_folder.path());
        QTRY_COMPARE(said.size(), 2);
        QVERIFY2(said.back().contains(u"no file that can be read"_s), qPrintable(said.back()));
        QSignalSpy none(&area, &EditorArea::nothingThere);
        area.openIfThere(m_folder.filePath(u"gone.txt"_s), {});
        QTRY_COMPARE(none.size(), 1);
        QCOMPARE(said.size(), 2);
        QVERIFY(!area.isOpening());
        QVERIFY(area.openPaths().isEmpty());
    }

    void tabsCloseInPlaceWhenSomethingIsUnsaved() {
        EditorArea area(m_project, sources());
        DocumentPage* page = test::opened(area, file(u"g.txt"_s, "x"));
        QVERIFY(test::opened(area, file(u"h.txt"_s, "y")));
        QCOMPARE(area.openPaths().size(), 2);
        area.closeCurrent();
        QCOMPARE(area.openPaths().size(), 1);
        page->document().component().insertText({0, 0}, u"z"_s);
        area.closeCurrent();
        QCOMPARE(area.openPaths().size(), 1);
        QVERIFY(bar(*page, u"close"_s));
        answer(*bar(*page, u"close"_s), u"Close without saving"_s);
        QTRY_COMPARE(area.openPaths().size(), 0);
    }
};

QTEST_MAIN(EditorTest)
#include "editor_test.moc"
