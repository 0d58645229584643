// What hands and eyes meet in the whole window, with its real engine and store: focus, panels, bars, settings, its end.
#include "editor/editor_area.h"
#include "editor/file_answer.h"
#include "files/file_panel.h"
#include "own_place.h"
#include "project/problems.h"
#include "project/settings_file.h"
#include "project/text_job.h"
#include "store/store.h"
#include "targets/target_card.h"
#include "window/actions.h"
#include "window/build_settings_panel.h"
#include "window/checked_line.h"
#include "window/file_palette.h"
#include "window/status_line.h"
#include "window/tool_bar.h"
#include "workbench/workbench.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;
using namespace slipway;
using test::isSeen;
using test::kDockerfile;
using test::kPatience;
using test::write;

namespace {

bool hasFocus(const QWidget& widget) {
    const QWidget* now = QApplication::focusWidget();
    return now && (now == &widget || widget.isAncestorOf(now));
}

}  // namespace

class DeskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_project;
    theme::Theme* m_theme = nullptr;
    std::unique_ptr<Workbench> m_bench;

    [[nodiscard]] QString path(const QString& name) const { return m_project + u'/' + name; }
    [[nodiscard]] window::MainWindow& window() const { return m_bench->window; }
    [[nodiscard]] KTextEditor::View& text() const { return *window().area().currentView(); }
    [[nodiscard]] QDockWidget& dock(const QString& id) const { return *window().findChild<QDockWidget*>(id); }
    [[nodiscard]] QTreeView& list(const QString& name) const {
        for (auto* one : window().findChildren<QTreeView*>()) {
            if (one->accessibleName() == name)
                return *one;
        }
        qFatal("there is no list %s", qPrintable(name));
    }
    void trigger(const char* action) const { window().actions().action(action)->trigger(); }
    [[nodiscard]] QWidget* commandBar() const {
        for (auto* one : window().findChildren<QWidget*>()) {
            if (one->inherits("KCommandBar") && one->isVisible())
                return one;
        }
        return nullptr;
    }
    /// The words at the left of the status bar.
    [[nodiscard]] QLabel& statusWords() const { return *window().statusBar()->findChild<QLabel*>(); }

    void untilKnown() {
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle() && m_bench->analysis.current()->forecastIsCurrent, kPatience);
    }
    void setText(const QByteArray& text) {
        write(path(u"Dockerfile"_s), text);
        QTRY_COMPARE_WITH_TIMEOUT(this->text().document()->text(), QString::fromUtf8(text), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_bench->analysis.current()->tree && m_bench->analysis.current()->tree->text() == text.toStdString(),
            kPatience);
        untilKnown();
    }
    void build(project::RunState ends) {
        const auto before = m_bench->builds.runs().size();
        const auto started = m_bench->starter.start({}, false);
        QVERIFY2(started, started ? "" : started.error().message.c_str());
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->builds.runs().size() > before && !m_bench->builds.running(), kPatience);
        QVERIFY(m_bench->builds.runs().front()->state == ends);
        untilKnown();
    }
    int beginByHand() {
        project::BuildRun run;
        run.target = u"large"_s;
        return m_bench->builds.add(std::move(run));
    }
    void endByHand(int run) { m_bench->builds.apply(run, std::vector{engine::BuildEvent{2000, engine::EndEvent{}}}); }
    QPointer<window::BuildSettingsPanel> settingsPanel() {
        auto* panel = new window::BuildSettingsPanel(
            {*m_theme, m_bench->project, m_bench->analysis, m_bench->builds, m_bench->selection, &m_bench->starter},
            &window());
        panel->show();
        return panel;
    }
    static window::CheckedLine& row(const QWidget& panel, const QString& label) {
        for (auto* one : panel.findChildren<window::CheckedLine*>()) {
            if (one->line().accessibleName() == label)
                return *one;
        }
        qFatal("there is no row %s", qPrintable(label));
    }

private Q_SLOTS:
    void initTestCase() {
        m_project = test::settleIn(m_folder, u"desk-test"_s);
        m_theme = new theme::Theme(this);
        m_theme->apply();
    }

    void init() {
        write(path(u"a.txt"_s), "a\n");
        write(path(u"b.txt"_s), "b\n");
        write(path(u"Dockerfile"_s), kDockerfile);
        m_bench = std::make_unique<Workbench>(*m_theme);
        m_bench->open(m_project);
        window().show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->project.store() && !window().area().isOpening(), kPatience);
        window().openFile(path(u"Dockerfile"_s));  // the tabs are those of the test before
        QTRY_VERIFY(window().area().currentView());
        untilKnown();
        text().setFocus();
    }
    void cleanup() { m_bench.reset(); }

    // Who knows no menu finds all that menus have, a panel too, and comes into it by keys alone.
    void thePaletteReachesWhatMenusDo() {
        trigger("palette");
        QTRY_VERIFY(commandBar());
        const auto* rows = commandBar()->findChild<QTreeView*>();
        QVERIFY(rows);
        QStringList offered;
        for (int i = 0; i < rows->model()->rowCount(); ++i)
            offered << rows->model()->index(i, 0).data().toString().remove(u'&');
        const auto isOffered = [&](QString words) {
            words.remove(u'&');
            return std::ranges::any_of(offered, [&](const QString& one) { return one.contains(words); });
        };
        for (const window::Actions::Entry& entry : window().actions().entries()) {
            if (entry.action->isEnabled() && entry.action->objectName() != u"palette"_s)
                QVERIFY2(isOffered(entry.action->text()), qPrintable(entry.action->text()));
        }
        for (const QDockWidget* dock : window().findChildren<QDockWidget*>())
            QVERIFY2(isOffered(u"Go to "_s + dock->windowTitle()), qPrintable(dock->windowTitle()));
        QTest::keyClicks(commandBar()->findChild<QLineEdit*>(), u"Go to Files"_s);
        QTest::keyClick(commandBar()->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(!commandBar());
        QTRY_VERIFY(list(u"Files"_s).hasFocus());
    }

    // What is done about a word is where one points at it; in other files there is nothing of it.
    void theTextsOwnMenuHasWhatIsDoneAboutAWord() {
        const auto has = [&](const char* action) {
            QMenu* menu = text().contextMenu();
            Q_EMIT menu->aboutToShow();
            return menu->actions().contains(window().actions().action(action));
        };
        for (const char* action : {"mend", "go_definition", "go_references", "rename"})
            QVERIFY2(has(action), action);
        window().openFile(path(u"a.txt"_s));
        QTRY_COMPARE(text().document()->text(), u"a\n"_s);
        QVERIFY(!has("rename"));
    }

    // Each file has its own problems to go through.
    void theNextProblemIsOneOfTheFileInFront() {
        setText("FROM scratch AS small\nCOPY a.txt /a\nWORKDIR x\n");
        write(path(u".dockerignore"_s), "*.md\n# a comment\nb.txt\nnowhere-at-all\n");
        const auto rows = [&](const QString& name) {
            return project::problemsIn(*m_bench->analysis.current(), path(name)).size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(rows(u".dockerignore"_s) > 0 && rows(u"Dockerfile"_s) > 0, kPatience);
        window().openFile(path(u".dockerignore"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            window().area().openPaths().contains(path(u".dockerignore"_s)) && text().document()->line(2) == u"b.txt"_s,
            kPatience);
        QStringList lines;
        for (std::size_t i = 0; i < rows(u".dockerignore"_s); ++i) {
            trigger("next_problem");
            lines << text().document()->line(text().cursorPosition().line());
        }
        QVERIFY2(lines.contains(u"nowhere-at-all"_s) && !lines.contains(u"# a comment"_s),
                 qPrintable(lines.join(u'|')));
        QVERIFY(QFile::remove(path(u".dockerignore"_s)));
    }

    void whoGoesToTheFailedStepReadsWhy() {
        setText("FROM scratch AS small\nCOPY a.txt /a\nCOPY gone.txt /b\n");
        build(project::RunState::Failed);
        const auto* failed = m_bench->builds.shown()->failedStep();
        QVERIFY(failed);
        const auto hideLog = [&] {
            dock(u"problems"_s).raise();
            QTRY_VERIFY(!isSeen(dock(u"log"_s).widget()));
        };
        hideLog();
        window().openFile(path(u"a.txt"_s));
        QTRY_COMPARE(text().document()->url().fileName(), u"a.txt"_s);
        trigger("build_failure");
        QTRY_VERIFY(isSeen(dock(u"log"_s).widget()));
        QTRY_COMPARE(text().document()->url().fileName(), u"Dockerfile"_s);
        QCOMPARE(text().cursorPosition().line(), 2);
        QTRY_VERIFY(hasFocus(text()));
        QTRY_VERIFY(std::ranges::any_of(dock(u"log"_s).findChildren<QLabel*>(), [](const QLabel* label) {
            return isSeen(label) && label->text().contains(u"gone.txt"_s);
        }));
        // Also where it was closed.
        dock(u"log"_s).close();
        trigger("build_failure");
        QTRY_VERIFY(isSeen(dock(u"log"_s).widget()));
        // The failed one in the list of stages.
        hideLog();
        QTreeView& stages = list(u"Stages"_s);
        const auto in = [](QTreeView& view, const QString& words) {
            const QAbstractItemModel& model = *view.model();
            return model.match(model.index(0, 0), Qt::DisplayRole, words, 1, Qt::MatchContains | Qt::MatchRecursive)
                .value(0);
        };
        QVERIFY(in(stages, u"gone.txt"_s).isValid());
        QTest::mouseClick(stages.viewport(), Qt::LeftButton, {}, stages.visualRect(in(stages, u"gone.txt"_s)).center());
        QTRY_VERIFY(isSeen(dock(u"log"_s).widget()));
    }

    void aClickOnAStepOfTheTimelineShowsItsLogAndKeepsTheFocus() {
        build(project::RunState::Succeeded);
        QTreeView& timeline = list(u"Timeline"_s);
        const QAbstractItemModel& model = *timeline.model();
        const QModelIndex step = model.index(0, 0, model.index(0, 0));
        QVERIFY(step.isValid());
        const auto hideLog = [&] {
            dock(u"problems"_s).raise();
            QTRY_VERIFY(!isSeen(dock(u"log"_s).widget()));
        };
        hideLog();
        QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, timeline.visualRect(step).center());
        QTRY_VERIFY(isSeen(dock(u"log"_s).widget()));
        QVERIFY(hasFocus(timeline));
        hideLog();
        timeline.setFocus();
        QTest::keyClick(&timeline, Qt::Key_Return);
        QTRY_VERIFY(isSeen(dock(u"log"_s).widget()));
        QVERIFY(hasFocus(timeline));
        // It stays chosen where that line is another step by now.
        const QString id = m_bench->builds.shown()->steps.front().id;
        setText("FROM scratch AS small\nCOPY b.txt /other\n");
        QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, timeline.visualRect(step).center());
        QCOMPARE(m_bench->selection.current().step, id);
        QCOMPARE(text().cursorPosition().line(), 1);
        write(path(u"b.txt"_s), "another\n");
        QTRY_VERIFY(!m_bench->idle());
        untilKnown();
        QCOMPARE(m_bench->selection.current().step, id);
    }

    void theStatusBarsClockRunsWhileAStepSaysNothingAndHasTheThemesColour() {
        const int run = beginByHand();
        const QString first = statusWords().text();
        QTRY_VERIFY(statusWords().text() != first);
        const auto color = [&] { return statusWords().palette().color(QPalette::WindowText); };
        const auto light = qScopeGuard([&] { m_theme->choose(theme::Theme::Choice::Light); });
        for (const auto choice : {theme::Theme::Choice::Dark, theme::Theme::Choice::Light}) {
            m_theme->choose(choice);
            QCOMPARE(color(), m_theme->color(theme::Role::Running));
        }
        endByHand(run);
        m_theme->choose(theme::Theme::Choice::Dark);
        QCOMPARE(color(), m_theme->color(theme::Role::Secondary));
    }

    void afterAPaletteOneTypesOn_data() {
        QTest::addColumn<QByteArray>("action");
        QTest::newRow("of commands") << QByteArray("palette");
        QTest::newRow("of files") << QByteArray("file_find");
        QTest::newRow("of stages and variables") << QByteArray("go_symbol");
        QTest::newRow("the build's settings") << QByteArray("build_settings");
        QTest::newRow("the program's settings") << QByteArray("settings");
    }
    void afterAPaletteOneTypesOn() {
        QFETCH(const QByteArray, action);
        QTRY_VERIFY(hasFocus(text()));
        const QPointer<QWidget> before = QApplication::focusWidget();
        trigger(action.constData());
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget() != before);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!commandBar() && !QApplication::activePopupWidget());
        QTRY_COMPARE(QApplication::focusWidget(), before.data());
        QTest::keyClicks(QApplication::focusWidget(), u"#"_s);
        QVERIFY(text().document()->text().startsWith(u'#'));
    }

    void whileABuildRunsAMessageHasRoom() {
        auto* line = window().findChild<window::StatusLine*>();
        const int run = beginByHand();
        trigger("build_all");  // one at a time
        const QString said = line->currentMessage();
        QVERIFY2(said.contains(u"running"_s), qPrintable(said));
        // Its clock ticks meanwhile.
        const QString before = statusWords().text();
        QTRY_VERIFY(statusWords().text() != before);
        QCOMPARE(line->shownMessage(), said);
        line->clearMessage();
        QTRY_VERIFY(isSeen(&statusWords()));
        QVERIFY(std::ranges::any_of(line->findChildren<QPushButton*>(), [](const QPushButton* button) {
            return isSeen(button) && button->text() == u"Cancel"_s;
        }));
        endByHand(run);
    }

    void aMessageThatIsTooLongLosesItsEnd() {
        auto* line = window().findChild<window::StatusLine*>();
        QVERIFY(line);
        line->showMessage(u"short"_s);
        QCOMPARE(line->shownMessage(), u"short"_s);
        const QString words = u"many words "_s.repeated(100);
        line->showMessage(words);
        QVERIFY(line->shownMessage().endsWith(u'\u2026'));
        QVERIFY(line->fontMetrics().horizontalAdvance(line->shownMessage()) < line->width());
        QCOMPARE(line->toolTip(), words);
        line->clearMessage();
        QVERIFY(line->toolTip().isEmpty());
    }

    void aNewFileThatIsGivenUpWasNeverThere() {
        auto* panel = window().findChild<files::FilePanel*>();
        QTreeView& files = list(u"Files"_s);
        const auto rows = [&] {
            QStringList names;
            for (int i = 0; i < files.model()->rowCount(files.rootIndex()); ++i)
                names << files.model()->index(i, 0, files.rootIndex()).data().toString();
            return names;
        };
        QTRY_COMPARE(rows().size(), 3);
        const QStringList before = rows();
        const QStringList onDisk = QDir(m_project).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const auto make : {&files::FilePanel::newFile, &files::FilePanel::newFolder}) {
            (panel->*make)();
            QLineEdit* line = nullptr;
            QTRY_VERIFY((line = files.findChild<QLineEdit*>()) && line->isVisible());
            QTRY_COMPARE(rows().size(), 4);
            QTest::keyClicks(line, u"half a na"_s);
            QTest::keyClick(line, Qt::Key_Escape);
            QTRY_COMPARE(rows(), before);
            QCOMPARE(QDir(m_project).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), onDisk);
            QTRY_VERIFY(hasFocus(files));
        }
        // One that gets its name stays, and is opened.
        panel->newFile();
        QLineEdit* line = nullptr;
        QTRY_VERIFY((line = files.findChild<QLineEdit*>()) && line->isVisible());
        line->selectAll();
        QTest::keyClicks(line, u"named.txt"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(text().document()->url().fileName(), u"named.txt"_s);
        QTRY_VERIFY(hasFocus(text()));
        QVERIFY(QFile::remove(path(u"named.txt"_s)));
    }

    void whatIsDoneInTheListOfFilesLeavesTheFocusThere() {
        QTreeView& files = list(u"Files"_s);
        const auto row = [&](const QString& name) {
            const QModelIndex first = files.model()->index(0, 0, files.rootIndex());
            return files.model()->match(first, Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
        };
        QTRY_VERIFY(row(u"b.txt"_s).isValid());
        files.setFocus();
        files.setCurrentIndex(row(u"b.txt"_s));
        QTest::keyClick(&files, Qt::Key_F2);
        QLineEdit* line = nullptr;
        QTRY_VERIFY((line = files.findChild<QLineEdit*>()) && line->isVisible());
        line->selectAll();
        QTest::keyClicks(line, u"c.txt"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(row(u"c.txt"_s).isValid());
        QTRY_VERIFY(hasFocus(files));
        QCOMPARE(files.currentIndex().data().toString(), u"c.txt"_s);
        // Taken back by its button, which goes.
        QPushButton* undo = nullptr;
        for (auto* button : dock(u"files"_s).findChildren<QPushButton*>())
            undo = button->isVisible() ? button : undo;
        QVERIFY(undo);
        undo->setFocus();
        QTest::keyClick(undo, Qt::Key_Space);
        QTRY_VERIFY(row(u"b.txt"_s).isValid());
        QTRY_VERIFY(hasFocus(files));
    }

    void aClickOnAFileShowsItAndTheKeysStayWithTheList() {
        QTreeView& files = list(u"Files"_s);
        const auto row = [&](const QString& name) {
            const QModelIndex first = files.model()->index(0, 0, files.rootIndex());
            return files.model()->match(first, Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
        };
        const auto place = [&](const QString& name) { return files.visualRect(row(name)).center(); };
        QTRY_VERIFY(row(u"b.txt"_s).isValid());
        QTest::mouseClick(files.viewport(), Qt::LeftButton, {}, place(u"b.txt"_s));
        QTRY_COMPARE(text().document()->url().fileName(), u"b.txt"_s);
        QTRY_VERIFY(!window().area().isOpening());
        QVERIFY(hasFocus(files));
        QTest::keyClick(&files, Qt::Key_F2);
        QLineEdit* line = nullptr;
        QTRY_VERIFY((line = files.findChild<QLineEdit*>()) && line->isVisible());
        QCOMPARE(line->text(), u"b.txt"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        QTRY_VERIFY(hasFocus(files));
        QTest::keyClick(&files, Qt::Key_Return);
        QTRY_VERIFY(hasFocus(text()));
        QTest::mouseClick(files.viewport(), Qt::LeftButton, {}, place(u"a.txt"_s));
        QTest::mouseDClick(files.viewport(), Qt::LeftButton, {}, place(u"a.txt"_s));
        QTRY_COMPARE(text().document()->url().fileName(), u"a.txt"_s);
        QTRY_VERIFY(hasFocus(text()));
        // One that is open already comes to the front, no more.
        QTest::mouseClick(files.viewport(), Qt::LeftButton, {}, place(u"b.txt"_s));
        QTRY_COMPARE(text().document()->url().fileName(), u"b.txt"_s);
        QVERIFY(hasFocus(files));
    }

    void aFileThatOpensLateLeavesTheFocusToWhoWentOn() {
        auto& files = *window().findChild<files::FilePanel*>()->findChild<QTreeView*>();
        write(path(u"late.txt"_s), "late\n");
        text().setFocus();
        window().openFile(path(u"late.txt"_s));
        // No disk is so fast that the next turn has its answer.
        QTimer::singleShot(0, &files, [&files] { files.setFocus(); });
        QTRY_COMPARE(text().document()->url().fileName(), u"late.txt"_s);
        QTRY_VERIFY(hasFocus(files));
        write(path(u"later.txt"_s), "later\n");
        window().openFile(path(u"later.txt"_s));
        QTRY_COMPARE(text().document()->url().fileName(), u"later.txt"_s);
        QTRY_VERIFY(hasFocus(text()));
        QFile::remove(path(u"late.txt"_s));
        QFile::remove(path(u"later.txt"_s));
    }

    void aWrongTagIsRefusedWhereItIsTyped() {
        const auto panel = settingsPanel();
        window::CheckedLine& tag = row(*panel, u"Tag of small"_s);
        QTest::keyClicks(&tag.line(), u"good:1"_s);
        QVERIFY2(tag.complaint().isEmpty(), qPrintable(tag.complaint()));
        QTest::keyClicks(&tag.line(), u" Not A Name"_s);
        QTRY_VERIFY2(tag.complaint().contains(u"lower case"_s), qPrintable(tag.complaint()));
        QTRY_VERIFY(
            std::ranges::any_of(tag.findChildren<QLabel*>(), [](const QLabel* label) { return isSeen(label); }));
        QVERIFY(m_bench->project.settings().tags.value(u"small"_s).startsWith(u"good:1"_s));
        QVERIFY(!m_bench->project.settings().tags.value(u"small"_s).contains(u"Not"_s));
        // With a digest none is given either.
        tag.line().selectAll();
        QTest::keyClicks(&tag.line(), u"a@sha256:"_s + QString(64, u'0'));
        QTRY_VERIFY(!tag.complaint().isEmpty());
        // The rows, for the panel itself may be as high as the screen lets it be.
        const QWidget& rows = *tag.parentWidget();
        const int width = panel->width(), height = rows.height();
        tag.line().clear();
        QVERIFY(tag.complaint().isEmpty());
        QTRY_VERIFY(rows.height() < height);
        QCOMPARE(panel->width(), width);
        QVERIFY(!m_bench->project.settings().tags.contains(u"small"_s));
        panel->close();
    }

    // As docker build's --build-arg has it.
    void aBuildArgumentWithoutAValueTakesThatOfTheEnvironment() {
        qputenv("SLIPWAY_TEST_GIVEN", "from outside");
        qunsetenv("SLIPWAY_TEST_ABSENT");
        const auto optionsNow = [&] {
            return project::optionsFor(project::readBuildSettings(m_project), path(u"Dockerfile"_s)).buildArgs;
        };
        using Args = std::map<std::string, std::string>;
        auto panel = settingsPanel();
        auto* typed = panel->findChild<QPlainTextEdit*>();
        auto* row = qobject_cast<window::CheckedField*>(typed->parentWidget());
        QTest::keyClicks(typed, u" SLIPWAY_TEST_GIVEN "_s);
        QVERIFY2(row->complaint().isEmpty(), qPrintable(row->complaint()));
        QVERIFY((optionsNow() == Args{{"SLIPWAY_TEST_GIVEN", "from outside"}}));
        typed->setPlainText(u"A = b=c \n\nSLIPWAY_TEST_ABSENT"_s);
        QTRY_VERIFY2(row->complaint().startsWith(u"SLIPWAY_TEST_ABSENT gets no value"_s), qPrintable(row->complaint()));
        QVERIFY((optionsNow() == Args{{"A", " b=c "}}));
        panel->close();
        // It is still so when one looks again.
        panel = settingsPanel();
        typed = panel->findChild<QPlainTextEdit*>();
        row = qobject_cast<window::CheckedField*>(typed->parentWidget());
        QCOMPARE(typed->toPlainText(), u"A= b=c \nSLIPWAY_TEST_ABSENT"_s);
        QVERIFY(row->complaint().startsWith(u"SLIPWAY_TEST_ABSENT gets no value"_s));
        typed->setPlainText(u"=1\nA=2"_s);
        QTRY_VERIFY2(row->complaint().startsWith(u"=1 names no variable"_s), qPrintable(row->complaint()));
        QVERIFY((optionsNow() == Args{{"A", "2"}}));
        typed->clear();
        QVERIFY(row->complaint().isEmpty());
        QVERIFY(optionsNow().empty());
        panel->close();
        // As they were kept once.
        QSettings file;
        file.beginGroup(u"projects"_s);
        for (const QString& group : file.childGroups())
            file.setValue(group + u"/build_args"_s, QVariantMap{{u"OLD"_s, u"one, two"_s}});
        file.sync();
        QVERIFY((optionsNow() == Args{{"OLD", "one, two"}}));
        m_bench->project.setSettings({});
        m_bench->project.setSettings({.all = true});
        QVERIFY(optionsNow().empty());
        m_bench->project.setSettings({});
    }

    void theNetworkAndTheHostsOfABuildAreRemembered() {
        const auto panel = settingsPanel();
        for (auto* choice : panel->findChildren<QComboBox*>()) {
            if (const int none = choice->findData(u"none"_s); none >= 0)
                choice->setCurrentIndex(none);
        }
        window::CheckedLine& hosts = row(*panel, u"Hosts"_s);
        QTest::keyClicks(&hosts.line(), u"db:10.0.0.1 six=[::1] here:host-gateway"_s);
        QVERIFY2(hosts.complaint().isEmpty(), qPrintable(hosts.complaint()));
        QTest::keyClicks(&hosts.line(), u" nowhere"_s);
        QTRY_VERIFY2(hosts.complaint().startsWith(u"nowhere has no address"_s), qPrintable(hosts.complaint()));
        panel->close();
        const auto options = project::optionsFor(project::readBuildSettings(m_project), path(u"Dockerfile"_s));
        QCOMPARE(options.network, "none");
        using Host = std::pair<std::string, std::string>;
        QVERIFY((options.addHosts ==
                 std::vector{Host("db", "10.0.0.1"), Host("six", "::1"), Host("here", "host-gateway")}));
        m_bench->project.setSettings({});
        QCOMPARE(project::optionsFor(project::readBuildSettings(m_project), {}).network, "default");
    }

    void theBuildButtonKeepsItsPlace() {
        const auto* bar = window().findChild<window::ToolBar*>();
        const QPushButton* button = bar->buildButton();
        const auto place = [&] { return QRect(button->mapTo(&window(), QPoint(0, 0)), button->size()); };
        const QRect before = place();
        project::BuildSettings settings = m_bench->project.settings();
        settings.target = u"small"_s;
        m_bench->project.setSettings(settings);
        QTest::qWait(0);
        QCOMPARE(place(), before);
        const int run = beginByHand();
        QTest::qWait(0);
        QVERIFY(!button->text().contains(u"small"_s));
        QCOMPARE(place(), before);
        endByHand(run);
        m_bench->project.setSettings({});
        setText("FROM scratch AS a-stage-with-a-very-long-name-of-which-nobody-sees-the-end\nCOPY a.txt /a\n");
        QCOMPARE(place(), before);
        QVERIFY(button->fontMetrics().horizontalAdvance(button->text()) < button->width());
        QVERIFY(button->toolTip().contains(u"a-stage-with-a-very-long-name-of-which-nobody-sees-the-end"_s));
    }

    // Its disk may answer after the program's end.
    void whoAskedForAFileAndIsGoneIsToldNothing() {
        auto asker = std::make_unique<QObject>();
        const auto told = editor::askForFile(path(u"a.txt"_s), *asker);
        asker.reset();
        QTRY_VERIFY(told.isFinished());
        QVERIFY(told.isCanceled());
        QCOMPARE(told.resultCount(), 0);
    }

    // What ends with the window says so: an image that is being loaded into another program's store.
    void theWindowEndsWhileAnImageIsLoaded() {
        const QString programs = m_folder.filePath(u"programs"_s);
        QDir().mkpath(programs);
        write(programs + u"/docker"_s, "#!/bin/sh\nexec sleep 100\n");
        QFile::setPermissions(programs + u"/docker"_s, QFile::ReadOwner | QFile::ExeOwner);
        const QByteArray before = qgetenv("PATH");
        const auto again = qScopeGuard([&] { qputenv("PATH", before); });
        qputenv("PATH", QFile::encodeName(programs) + ':' + before);
        build(project::RunState::Succeeded);
        targets::TargetCard* card = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((card = window().findChild<targets::TargetCard*>()), kPatience);
        Q_EMIT card->loadWanted(u"docker"_s);
        const auto runs = [&] {
            const auto* process = window().findChild<QProcess*>();
            return process && process->state() == QProcess::Running;
        };
        QTRY_VERIFY_WITH_TIMEOUT(runs(), kPatience);
        window().close();
        m_bench.reset();
    }

    void theWindowEndsWhateverRunsOrIsOpen_data() {
        QTest::addColumn<QByteArray>("action");
        for (const char* action : {"palette", "file_find", "go_symbol", "build_settings", "settings", "split_view"})
            QTest::newRow(action) << QByteArray(action);
    }
    void theWindowEndsWhateverRunsOrIsOpen() {
        QFETCH(const QByteArray, action);
        int begun = 0;
        connect(&m_bench->builds, &project::Builds::added, this, [&begun] { ++begun; });
        text().document()->insertText({0, 0}, u"# typed\n"_s);
        trigger("build_all");  // what is typed is being saved first
        window().openFile(path(u"b.txt"_s));
        trigger(action.constData());
        window().close();
        m_bench.reset();
        QCoreApplication::sendPostedEvents();
        QTest::qWait(0);
        QCOMPARE(begun, 0);
    }
};

QTEST_MAIN(DeskTest)
#include "desk_test.moc"
