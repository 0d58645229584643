// What hands do all day beside the course: keys, menus, files, settings, by real events on small images.
#include "scene.h"

#include "editor/editor_area.h"
#include "editor/hover_card.h"
#include "editor/notice_bar.h"
#include "fixtures/fixture.h"
#include "targets/target_card.h"

#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScreen>
#include <QSettings>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTreeView>

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::acceptance;
using theme::State;

namespace {

constexpr auto kDockerfile =
    "FROM busybox AS first\n"
    "RUN echo one > /one\n"
    "COPY a.txt /a.txt\n"
    "\n"
    "FROM first AS second\n"
    "RUN echo two > /two\n";

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s can't be written", qPrintable(path));
}

}  // namespace

class HandsTest : public QObject {
    Q_OBJECT

public:
    HandsTest(Screen& screen, theme::Theme& theme)
        : m_screen(screen), m_theme(theme), m_scene(std::make_unique<Scene>(theme)) {}

private:
    Screen& m_screen;
    theme::Theme& m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<Scene> m_scene;
    QString m_project;

    Person& person() { return m_scene->person; }
    [[nodiscard]] Workbench& bench() { return m_scene->workbench; }
    [[nodiscard]] KTextEditor::Document& document() { return *m_scene->text().document(); }
    [[nodiscard]] QString path(const QString& name) const { return m_project + u'/' + name; }
    [[nodiscard]] QString targetOfLast() { return bench().builds.runs().front()->target; }

    // The Dockerfile as it was at first, on disk and on the screen: each test begins there.
    void startAgain() {
        m_scene->untilKnown();
        m_scene->openFile(u"Dockerfile"_s);
        if (document().isModified()) {
            person().key(u"ctrl+s"_s);
            QTRY_VERIFY(!document().isModified());
        }
        write(path(u"Dockerfile"_s), kDockerfile);
        write(path(u"a.txt"_s), "a\n");
        QTRY_COMPARE(document().text(), QString::fromLatin1(kDockerfile));
        m_scene->untilKnown();
    }
    [[nodiscard]] editor::NoticeBar* notice(const QString& words) {
        for (auto* bar : bench().window.findChildren<editor::NoticeBar*>()) {
            if (bar->isVisible() && bar->text().contains(words))
                return bar;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() {
        m_project = m_folder.filePath(u"hands"_s);
        QDir().mkpath(m_project);
        write(path(u"Dockerfile"_s), kDockerfile);
        write(path(u"a.txt"_s), "a\n");
        const QString base = m_folder.filePath(u"busybox.tar"_s);
        QCOMPARE(fixtures::run(u"busybox-rootfs"_s, {base}), QString());
        commandLine({u"import"_s, base, u"busybox"_s});
        m_scene->open(m_project);
    }
    void init() {
        if (m_scene)
            startAgain();
    }
    void cleanup() {
        if (QTest::currentTestFailed()) {
            m_screen.pictureOfFailure(u"desktop_hands-"_s + QString::fromLatin1(QTest::currentTestFunction()));
            // What was left open is in nobody else's way.
            for (int i = 0; i < 5 && QApplication::activePopupWidget(); ++i)
                person().key(u"Escape"_s);
        } else {
            m_screen.picture(QString::fromLatin1(QTest::currentTestFunction()));
        }
    }

    void aStagesButtonAndTheKeysBuildWhatTheyName() {
        m_scene->build("second, by its button",
                       [&] { person().click(m_scene->stages(), Scene::row(m_scene->stages(), u"second"_s), 17); });
        QCOMPARE(targetOfLast(), u"second"_s);
        m_scene->clickLineEnd(u"RUN echo one"_s);
        m_scene->build("the stage at the cursor", [&] { person().key(u"ctrl+b"_s); });
        QCOMPARE(targetOfLast(), u"first"_s);
        m_scene->build("the last stage", [&] { person().key(u"ctrl+shift+b"_s); });
        QCOMPARE(targetOfLast(), u"second"_s);
    }

    void choosingAStepMovesEditorAndTheOtherWayRound() {
        person().click(m_scene->stages(), Scene::row(m_scene->stages(), u"RUN echo two > /two"_s));
        QTRY_COMPARE(m_scene->text().cursorPosition().line(), 5);
        person().clickText(m_scene->text(), 2, 3);
        QTRY_COMPARE(m_scene->stages()->currentIndex().data().toString(), u"COPY a.txt /a.txt"_s);
        person().click(m_scene->timeline(), Scene::row(m_scene->timeline(), u"RUN echo one > /one"_s));
        QTRY_COMPARE(m_scene->text().cursorPosition().line(), 1);
    }

    void cancelLeavesNothing_data() {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by its key") << true;
        QTest::newRow("by the button") << false;
    }
    void cancelLeavesNothing() {
        QFETCH(const bool, byKey);
        person().key(u"ctrl+End"_s);
        person().type(u"RUN echo begun && sleep 100\n"_s);
        QTRY_COMPARE(m_scene->stages()->model()->rowCount(m_scene->stages()->model()->index(1, 0)), 3);
        m_scene->untilKnown();
        const auto before = bench().builds.runs().size();
        person().key(u"ctrl+shift+b"_s);
        const auto runs = [&] {
            const std::vector<SeenRow> steps = m_scene->steps();
            return bench().builds.running() && !steps.empty() && steps.back().state == State::Running;
        };
        QTRY_VERIFY_WITH_TIMEOUT(runs(), 20'000);
        QTRY_VERIFY(m_scene->called<QPlainTextEdit>(u"Log"_s) &&
                    m_scene->called<QPlainTextEdit>(u"Log"_s)->toPlainText().contains(u"begun"_s));
        m_screen.picture(u"running"_s);
        if (byKey)
            person().key(u"ctrl+period"_s);
        else
            m_scene->press(u"Cancel"_s);
        QElapsedTimer time;
        time.start();
        QTRY_VERIFY(!bench().builds.running());
        qInfo("canceled within %lld ms", time.elapsed());
        QCOMPARE(bench().builds.runs().size(), before + 1);
        QVERIFY(bench().builds.runs().front()->state == project::RunState::Canceled);
        QCOMPARE(m_scene->steps().back().state, State::Canceled);
        QTRY_COMPARE(leftovers(), QStringList());
    }

    void oneKeyGoesToTheFailedLineAndItsLog() {
        m_scene->replaceLine(u"RUN echo two"_s, u"RUN echo going down && exit 7"_s);
        m_scene->build(
            "fails", [&] { person().key(u"ctrl+b"_s); }, project::RunState::Failed);
        m_scene->openFile(u"a.txt"_s);
        auto* log = m_scene->called<QPlainTextEdit>(u"Log"_s);
        QVERIFY(log);
        const auto putProblemsInFront = [&] {
            for (auto* tabs : bench().window.findChildren<QTabBar*>(Qt::FindDirectChildrenOnly)) {
                if (tabs->isVisible())
                    person().clickTab(tabs, u"Problems"_s);
            }
            QTRY_VERIFY(log->visibleRegion().isEmpty());
        };
        putProblemsInFront();
        person().key(u"F8"_s);
        QTRY_COMPARE(document().url().fileName(), u"Dockerfile"_s);
        QTRY_COMPARE(m_scene->text().cursorPosition().line(), 5);
        QTRY_VERIFY(!log->visibleRegion().isEmpty());
        QTRY_VERIFY(log->toPlainText().contains(u"going down"_s));
        QCOMPARE(m_scene->steps().back().state, State::Failed);
        m_screen.picture(u"failed"_s);
        // What is typed now stands there.
        person().key(u"End"_s);
        person().type(u"#"_s);
        QTRY_VERIFY(document().line(5).endsWith(u"#"_s));
        putProblemsInFront();
        person().click(m_scene->timeline(), Scene::row(m_scene->timeline(), u"RUN echo going down && exit 7"_s));
        QTRY_VERIFY(!log->visibleRegion().isEmpty());
    }

    void theListOfWhatCanBeWrittenTakesOnlyItsOwnKeys() {
        m_scene->clickLineEnd(u"RUN echo two"_s);
        person().key(u"Return"_s);
        person().type(u"WORKD"_s);
        QTRY_VERIFY(m_scene->text().isCompletionActive());
        m_screen.picture(u"completion"_s);
        person().key(u"Return"_s);
        QTRY_COMPARE(m_scene->text().cursorPosition(), KTextEditor::Cursor(7, 0));
        QCOMPARE(document().line(6), u"WORKD"_s);
        person().type(u"CO"_s);
        QTRY_VERIFY(m_scene->text().isCompletionActive());
        person().key(u"Tab"_s);
        QTRY_COMPARE(document().line(7), u"COPY "_s);
        QTRY_VERIFY(m_scene->text().isCompletionActive());
        person().type(u"a.t"_s);
        person().key(u"Tab"_s);
        QTRY_COMPARE(document().line(7), u"COPY a.txt"_s);
        // Where no list is, the arrows and Tab are the text's.
        person().key(u"Escape"_s);
        person().key(u"Up"_s);
        QTRY_COMPARE(m_scene->text().cursorPosition().line(), 6);
    }

    void aStageIsRenamedWhereItStands() {
        person().clickText(m_scene->text(), 0, 18);
        person().key(u"F2"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        person().type(u"second"_s);
        QTRY_VERIFY(Scene::shows(QApplication::activePopupWidget(), u"Line 5"_s));
        m_screen.picture(u"rename"_s);
        person().key(u"ctrl+a"_s);
        person().type(u"base"_s);
        person().key(u"Return"_s);
        QTRY_COMPARE(document().line(0), u"FROM busybox AS base"_s);
        QCOMPARE(document().line(4), u"FROM base AS second"_s);
        person().key(u"shift+F12"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        person().key(u"Down"_s);
        person().key(u"Return"_s);
        QTRY_COMPARE(m_scene->text().cursorPosition().line(), 4);
        person().key(u"ctrl+z"_s);
        QTRY_COMPARE(document().line(4), u"FROM first AS second"_s);
        QCOMPARE(document().line(0), u"FROM busybox AS first"_s);
    }

    void aBuildThatCannotBeginSaysWhyAndWhere() {
        m_scene->replaceLine(u"FROM busybox AS first"_s, u"FROM 127.0.0.1:1/nothing:1 AS first"_s);
        m_scene->build(
            "no such base", [&] { person().key(u"ctrl+b"_s); }, project::RunState::Failed);
        m_scene->openFile(u"a.txt"_s);
        person().key(u"F8"_s);
        QTRY_COMPARE(m_scene->tabInFront(), u"Dockerfile"_s);
        QTRY_VERIFY(Scene::shows(&bench().window, u"127.0.0.1:1"_s));
        QTRY_COMPARE(m_scene->text().cursorPosition().line(), 0);
    }

    void aFileIsRenamedAndThatIsTakenBack() {
        m_scene->openFile(u"a.txt"_s);
        person().click(m_scene->files(), Scene::row(m_scene->files(), u"a.txt"_s), 0, 3);
        person().popupEntry(u"Rename"_s);
        QTRY_VERIFY(m_scene->files()->findChild<QLineEdit*>());
        person().key(u"ctrl+a"_s);
        person().type(u"b.txt"_s);
        person().key(u"Return"_s);
        QTRY_VERIFY(QFile::exists(path(u"b.txt"_s)));
        QVERIFY(!QFile::exists(path(u"a.txt"_s)));
        QTRY_COMPARE(m_scene->tabInFront(), u"b.txt"_s);
        m_screen.picture(u"renamed"_s);
        m_scene->press(u"Undo"_s);
        QTRY_VERIFY(QFile::exists(path(u"a.txt"_s)));
        QVERIFY(!QFile::exists(path(u"b.txt"_s)));
        QTRY_COMPARE(m_scene->tabInFront(), u"a.txt"_s);
    }

    void keysBehindAClickOnAFileMeanTheFile() {
        QTreeView* files = m_scene->files();
        person().click(files, Scene::row(files, u"a.txt"_s));
        QTRY_COMPARE(m_scene->tabInFront(), u"a.txt"_s);
        person().key(u"F2"_s);
        QTRY_VERIFY(files->findChild<QLineEdit*>());
        person().key(u"Escape"_s);
        QTRY_VERIFY(!files->findChild<QLineEdit*>());
        person().key(u"Delete"_s);
        QTRY_VERIFY(!QFile::exists(path(u"a.txt"_s)));
        m_scene->press(u"Undo"_s);
        QTRY_COMPARE(onDisk(path(u"a.txt"_s)), u"a\n"_s);
        // Twice: to write in it.
        QTRY_VERIFY(Scene::row(files, u"a.txt"_s).isValid());
        person().click(files->viewport(), files->visualRect(Scene::row(files, u"a.txt"_s)).center(), 1, 2);
        QTRY_COMPARE(m_scene->tabInFront(), u"a.txt"_s);
        QTRY_VERIFY(QApplication::focusWidget() && m_scene->text().isAncestorOf(QApplication::focusWidget()));
    }

    void aFileGoesToTheTrashAndComesBack() {
        person().click(m_scene->files(), Scene::row(m_scene->files(), u"a.txt"_s), 0, 3);
        person().popupEntry(u"Move to Trash"_s);
        QTRY_VERIFY(!QFile::exists(path(u"a.txt"_s)));
        QTRY_VERIFY(!Scene::row(m_scene->files(), u"a.txt"_s).isValid());
        m_scene->press(u"Undo"_s);
        QTRY_COMPARE(onDisk(path(u"a.txt"_s)), u"a\n"_s);
        QTRY_VERIFY(Scene::row(m_scene->files(), u"a.txt"_s).isValid());
        const QDir trash(qEnvironmentVariable("XDG_DATA_HOME") + u"/Trash"_s);
        QCOMPARE(QDir(trash.filePath(u"info"_s)).entryList(QDir::Files), QStringList());
    }

    void aBuildOfTheCommandLineAppearsWhenItEnds() {
        const auto before = bench().builds.runs().size();
        commandLine({u"build"_s, u"--target"_s, u"first"_s, m_project});
        QTRY_COMPARE_WITH_TIMEOUT(bench().builds.runs().size(), before + 1, 10'000);
        QCOMPARE(targetOfLast(), u"first"_s);
        QTRY_COMPARE(m_scene->steps().size(), 3U);
    }

    void changesOnDiskAreNoticedInPlace() {
        m_scene->build("second", [&] { person().key(u"ctrl+shift+b"_s); });
        // A file of the context that is open nowhere: the forecast follows.
        write(path(u"a.txt"_s), "another\n");
        const auto copy = [&] {
            const auto steps = m_scene->outline();
            const auto found = std::ranges::find(steps, u"COPY a.txt /a.txt"_s, &SeenStep::label);
            return found == steps.end() ? State::None : found->state;
        };
        QTRY_COMPARE(copy(), State::Rebuild);
        // The open Dockerfile: taken over, as nothing was typed.
        write(path(u"Dockerfile"_s), QByteArray(kDockerfile) + "RUN true\n");
        QTRY_VERIFY(document().text().endsWith(u"RUN true\n"_s));
        // Typed here and changed there: a bar asks, and nothing is lost.
        person().key(u"ctrl+End"_s);
        person().type(u"# mine"_s);
        QTRY_VERIFY(document().text().endsWith(u"# mine"_s));
        write(path(u"Dockerfile"_s), QByteArray(kDockerfile) + "# theirs\n");
        QTRY_VERIFY(notice(u"changed on disk"_s));
        QVERIFY(document().text().endsWith(u"# mine"_s));
        m_screen.picture(u"changed-on-disk"_s);
        m_scene->press(u"Take it from disk"_s);
        QTRY_VERIFY(document().text().endsWith(u"# theirs\n"_s));
    }

    void findReplaceAndGoToLine() {
        person().menu({u"Edit"_s, u"Find…"_s});
        QTRY_VERIFY(QApplication::focusWidget() && !QApplication::focusWidget()->inherits("KateViewInternal"));
        person().type(u"second"_s);
        person().key(u"Return"_s);
        QTRY_COMPARE(m_scene->text().selectionText(), u"second"_s);
        person().key(u"Escape"_s);
        person().menu({u"Edit"_s, u"Replace…"_s});
        person().key(u"ctrl+a"_s);
        person().type(u"one"_s);
        person().key(u"Tab"_s);
        person().type(u"uno"_s);
        m_screen.picture(u"replace"_s);
        m_scene->press(u"Replace All"_s);
        QTRY_VERIFY(document().text().contains(u"RUN echo uno > /uno"_s));
        person().key(u"Escape"_s);
        person().menu({u"Edit"_s, u"Undo"_s});
        QTRY_COMPARE(document().text(), QString::fromLatin1(kDockerfile));
        person().menu({u"Edit"_s, u"Go to Line…"_s});
        person().type(u"5"_s);
        person().key(u"Return"_s);
        QTRY_COMPARE(m_scene->text().cursorPosition().line(), 4);
    }

    void commentsCursorsAndBlocks() {
        m_scene->clickLineEnd(u"RUN echo one"_s);
        person().menu({u"Editor"_s, u"Toggle Comment"_s});
        QTRY_COMPARE(document().line(1), u"# RUN echo one > /one"_s);
        person().menu({u"Editor"_s, u"Toggle Comment"_s});
        QTRY_COMPARE(document().line(1), u"RUN echo one > /one"_s);
        person().key(u"Home"_s);
        person().menu({u"Editor"_s, u"Add Cursor Below"_s});
        person().type(u"#"_s);
        QTRY_COMPARE(document().line(2), u"#COPY a.txt /a.txt"_s);
        QCOMPARE(document().line(1), u"#RUN echo one > /one"_s);
        person().key(u"Escape"_s);
        person().key(u"ctrl+Home"_s);
        person().menu({u"Editor"_s, u"Block Selection"_s});
        person().key(u"shift+Down"_s);
        person().key(u"shift+Down"_s);
        person().key(u"shift+Right"_s);
        QTRY_VERIFY(m_scene->text().blockSelection());
        person().type(u"%"_s);
        QTRY_COMPARE(document().line(0), u"%ROM busybox AS first"_s);
        QCOMPARE(document().line(1), u"%RUN echo one > /one"_s);
        QCOMPARE(document().line(2), u"%COPY a.txt /a.txt"_s);
        person().menu({u"Editor"_s, u"Block Selection"_s});
        QTRY_VERIFY(!m_scene->text().blockSelection());
    }

    void foldingByTheMenu() {
        write(path(u"fold.sh"_s), "if true; then\n  echo folded\nfi\necho seen\n");
        m_scene->openFile(u"fold.sh"_s);
        person().clickText(m_scene->text(), 0, 2);
        // What stands below comes closer.
        const auto below = [&] {
            return m_scene->text().cursorToCoordinate({3, 0}).y() - m_scene->text().cursorToCoordinate({0, 0}).y();
        };
        const int unfolded = below();
        const auto folded = [&] { return below() < unfolded; };
        QTRY_VERIFY(!folded());
        person().menu({u"Editor"_s, u"Fold or Unfold Here"_s});
        QTRY_VERIFY(folded());
        m_screen.picture(u"folded"_s);
        person().menu({u"Editor"_s, u"Unfold All"_s});
        QTRY_VERIFY(!folded());
    }

    void theBuildsSettingsAreOneSmallPanel() {
        person().key(u"ctrl+shift+comma"_s);
        QLineEdit* tag = nullptr;
        QTRY_VERIFY((tag = Scene::field(u"name:tag"_s)));
        person().click(tag);
        person().type(u"hands:1"_s);
        QTRY_COMPARE(tag->text(), u"hands:1"_s);
        m_screen.picture(u"build-settings"_s);
        m_scene->press(u"Run every step"_s);
        const QPointer<QWidget> panel = tag->window();
        person().key(u"Escape"_s);
        QTRY_VERIFY(!panel);
        m_scene->clickLineEnd(u"RUN echo one"_s);
        m_scene->build("without cache, with a tag", [&] { person().key(u"ctrl+b"_s); });
        const std::vector<SeenRow> steps = m_scene->steps();
        QVERIFY(steps[1].state == State::Built || steps[1].state == State::SameResult);
        QVERIFY(commandLine({u"images"_s}).contains("hands"));
        person().key(u"ctrl+shift+comma"_s);
        QTRY_VERIFY((tag = Scene::field(u"name:tag"_s)));
        QCOMPARE(tag->text(), u"hands:1"_s);
        m_scene->press(u"Run every step"_s);
        person().key(u"Escape"_s);
        QTRY_VERIFY(!Scene::field(u"name:tag"_s));
    }

    void aTargetIsNamedAndSaved() {
        QTRY_VERIFY(m_scene->card(u"second"_s));
        const auto menuOf = [&](const QString& stage) {
            auto* card = m_scene->card(stage);
            person().click(card, QPoint(60, 14), 3);
        };
        menuOf(u"second"_s);
        person().popupEntry(u"Name it …"_s);
        QTRY_VERIFY(Scene::field(u"name, or name:tag"_s));
        person().type(u"named:by-hand"_s);
        person().key(u"Return"_s);
        QTRY_VERIFY(m_scene->card(u"second"_s) && Scene::shows(m_scene->card(u"second"_s), u"named:by-hand"_s));
        QVERIFY(commandLine({u"images"_s}).contains("by-hand"));
        m_screen.picture(u"named"_s);
        menuOf(u"second"_s);
        person().popupEntry(u"Save as archive …"_s);
        QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow()->inherits("QFileDialog"));
        const QString archive = m_folder.filePath(u"second.tar"_s);
        person().key(u"ctrl+a"_s);
        person().type(archive);
        m_screen.picture(u"save-archive"_s);
        person().key(u"Return"_s);
        QTRY_VERIFY(QFile::exists(archive));
        QTRY_VERIFY_WITH_TIMEOUT(
            Scene::shows(&bench().window, u"is saved as"_s) ||
                bench().window.findChild<QStatusBar*>()->currentMessage().contains(u"is saved as"_s),
            20'000);
        QProcess list;
        list.start(u"tar"_s, {u"tf"_s, archive});
        QVERIFY(list.waitForFinished());
        QVERIFY(list.readAllStandardOutput().contains("manifest.json"));
    }

    void aTargetIsLoadedIntoDocker() {
        if (geteuid() != 0)
            QSKIP("dockerd needs root");
        fixtures::Fixture docker(u"dockerd"_s, {});
        QVERIFY2(docker.start(120), qPrintable(docker.error()));
        qputenv("DOCKER_HOST", docker[u"DOCKER_HOST"_s].toUtf8());
        qputenv("DOCKER_CONFIG", docker[u"DOCKER_CONFIG"_s].toUtf8());
        QTRY_VERIFY(m_scene->card(u"second"_s));
        person().click(m_scene->card(u"second"_s), QPoint(60, 14), 3);
        person().popupEntry(u"Load into Docker"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench().window.findChild<QStatusBar*>()->currentMessage().contains(u"is loaded into"_s), 60'000);
        QProcess images;
        images.start(u"docker"_s, {u"images"_s});
        QVERIFY(images.waitForFinished());
        QVERIFY(images.readAllStandardOutput().contains("by-hand"));
    }

    void theThemeIsChosenInTheSettings() {
        QVERIFY(!m_theme.isDark());
        person().key(u"ctrl+comma"_s);
        QLineEdit* mirror = nullptr;
        QTRY_VERIFY((mirror = Scene::field(u"docker.io=http://127.0.0.1:5000"_s)));
        auto* choice = mirror->window()->findChild<QComboBox*>();
        person().click(choice);
        QTRY_VERIFY(QApplication::activePopupWidget() && QApplication::activePopupWidget() != mirror->window());
        auto* list = QApplication::activePopupWidget()->findChild<QAbstractItemView*>();
        QVERIFY(list);
        person().click(list, Scene::row(list, u"Dark"_s));
        QTRY_VERIFY(m_theme.isDark());
        QTest::qWait(300);
        m_screen.picture(u"dark"_s);
        person().key(u"Escape"_s);
        QTRY_VERIFY(!Scene::field(u"docker.io=http://127.0.0.1:5000"_s));
        person().menu({u"View"_s, u"Theme"_s, u"Theme: Light"_s});
        QTRY_VERIFY(!m_theme.isDark());
    }

    // The program itself, in a process of its own, on another folder: killed while something is typed. Then this window
    // opens that folder from the list of recent ones, and gets the text back.
    void unsavedTextSurvivesAKillAndIsFoundByTheRecentFolder() {
        const QString other = m_folder.filePath(u"other"_s);
        QDir().mkpath(other);
        write(other + u"/Dockerfile"_s, "FROM busybox\n");
        QProcess desktop;
        desktop.start(qEnvironmentVariable("SLIPWAY_BINARIES") + u"/slipway-desktop"_s, {other});
        QProcess find;
        const auto shown = [&] {
            find.start(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--pid"_s, QString::number(desktop.processId()),
                                      u"--name"_s, u"other"_s});
            return find.waitForFinished() && !find.readAllStandardOutput().isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(shown(), 30'000);
        QTRY_VERIFY(!bench().window.isActiveWindow());
        const QDir kept(qEnvironmentVariable("XDG_STATE_HOME"));
        const auto isKept = [&] {
            QProcess look;
            look.start(u"grep"_s, {u"-rqs"_s, u"never saved"_s, kept.path()});
            return look.waitForFinished() && look.exitCode() == 0;
        };
        // Keys that come before the new window has the focus are lost.
        QTRY_VERIFY_WITH_TIMEOUT((person().type(u"# never saved"_s), person().key(u"Return"_s), isKept()), 30'000);
        ::kill(static_cast<pid_t>(desktop.processId()), SIGKILL);
        desktop.waitForFinished();
        QCOMPARE(onDisk(other + u"/Dockerfile"_s), u"FROM busybox\n"_s);
        QTRY_VERIFY(bench().window.isActiveWindow());
        person().menu({u"File"_s, u"Open Recent"_s, other});
        QTRY_COMPARE(bench().project.folder(), other);
        QTRY_VERIFY(notice(u"was not saved"_s));
        m_screen.picture(u"left-behind"_s);
        m_scene->press(u"Restore"_s);
        QTRY_VERIFY(document().text().contains(u"# never saved"_s));
        person().key(u"ctrl+s"_s);
        QTRY_VERIFY(onDisk(other + u"/Dockerfile"_s).contains(u"# never saved"_s));
        person().menu({u"File"_s, u"Open Recent"_s, m_project});
        QTRY_COMPARE(bench().project.folder(), m_project);
    }

    void aFileIsFoundByTyping() {
        write(path(u"found-by-typing.txt"_s), "here\n");
        const auto bar = [&] {
            for (auto* one : bench().window.findChildren<QWidget*>()) {
                if ((one->inherits("KCommandBar") || one->inherits("slipway::window::FilePalette")) && one->isVisible())
                    return one;
            }
            return static_cast<QWidget*>(nullptr);
        };
        // The list of names follows the disk a moment later.
        const auto opened = [&] {
            person().key(u"ctrl+p"_s);
            QTRY_VERIFY(bar());
            person().type(u"foundbytyp"_s);
            QTest::qWait(100);
            m_screen.picture(u"go-to-file"_s);
            person().key(u"Return"_s);
            QTRY_VERIFY(!bar());
            return document().url().fileName() == "found-by-typing.txt"_L1;
        };
        QTRY_VERIFY(opened());
        person().key(u"ctrl+shift+p"_s);
        QTRY_VERIFY(bar());
        person().type(u"Compare busybox with second"_s);
        QTest::qWait(100);
        m_screen.picture(u"palette-images"_s);
        person().key(u"Return"_s);
        QTRY_COMPARE(m_scene->tabInFront(), u"busybox:latest \u2194 second"_s);
        person().key(u"ctrl+w"_s);
    }

    void whoClosesAPaletteTypesOnWhereTheyWere_data() {
        QTest::addColumn<QString>("keys");
        for (const QString& keys :
             {u"ctrl+shift+p"_s, u"ctrl+p"_s, u"ctrl+t"_s, u"ctrl+shift+comma"_s, u"ctrl+comma"_s})
            QTest::newRow(qPrintable(keys)) << keys;
    }
    void whoClosesAPaletteTypesOnWhereTheyWere() {
        QFETCH(const QString, keys);
        person().key(u"ctrl+Home"_s);
        const QPointer<QWidget> before = QApplication::focusWidget();
        person().key(keys);
        QTRY_VERIFY(QApplication::focusWidget() != before);
        person().key(u"Escape"_s);
        QTRY_COMPARE(QApplication::focusWidget(), before.data());
        person().type(u"#"_s);
        QTRY_VERIFY(document().text().startsWith(u'#'));
    }

    void aNewFileThatIsGivenUpWasNeverThere() {
        m_scene->press(u"New file"_s);
        QTRY_VERIFY(Scene::row(m_scene->files(), u"new file"_s).isValid());
        QTRY_VERIFY(m_scene->files()->findChild<QLineEdit*>());
        person().type(u"half"_s);
        person().key(u"Escape"_s);
        QTRY_VERIFY(!Scene::row(m_scene->files(), u"new file"_s).isValid());
        QVERIFY(!QFile::exists(path(u"new file"_s)));
        QTRY_COMPARE(QApplication::focusWidget(), m_scene->files());
    }

    // The command line's forecast, with the same options, says what the desktop did.
    void networkAndHostsAreThoseOfTheCommandLine() {
        person().key(u"ctrl+shift+comma"_s);
        QLineEdit* hosts = nullptr;
        QTRY_VERIFY((hosts = Scene::field(u"NAME:ADDRESS"_s)));
        person().click(hosts);
        person().type(u"db:10.0.0.1"_s);
        QTRY_COMPARE(bench().project.settings().addHosts, u"db:10.0.0.1"_s);
        person().type(u" nowhere"_s);
        QTRY_VERIFY(Scene::shows(hosts->window(), u"nowhere has no address"_s));
        m_screen.picture(u"refused-host"_s);
        QCOMPARE(bench().project.settings().addHosts, u"db:10.0.0.1"_s);
        auto* network = static_cast<QComboBox*>(nullptr);
        for (auto* choice : hosts->window()->findChildren<QComboBox*>())
            network = choice->findData(u"none"_s) >= 0 ? choice : network;
        QVERIFY(network);
        person().click(network);
        person().key(u"Down"_s);
        person().key(u"Return"_s);
        QTRY_COMPARE(bench().project.settings().network, u"none"_s);
        person().key(u"Escape"_s);
        QTRY_VERIFY(!Scene::field(u"NAME:ADDRESS"_s));
        m_scene->build("with another network", [&] { person().key(u"ctrl+shift+b"_s); });
        const auto states = [&](const QStringList& options) {
            QStringList found;
            for (const auto& step :
                 commandLineJson(QStringList{u"forecast"_s} + options + QStringList{m_project})[u"steps"_s].toArray())
                found << step[u"status"_s].toString();
            found.removeDuplicates();
            return found;
        };
        const QStringList same{u"--network=none"_s, u"--add-host=db:10.0.0.1"_s};
        QCOMPARE(states(same), QStringList{u"cached"_s});
        const auto before = bench().builds.runs().size();
        commandLine(QStringList{u"build"_s} + same + QStringList{m_project});
        QTRY_COMPARE(bench().builds.runs().size(), before + 1);
        QCOMPARE(bench().builds.runs().front()->cachedCount(), 4);
        bench().project.setSettings({});
        m_scene->untilKnown();
    }

    void aCardComesWhereThePointerRests() {
        const auto card = [&] {
            auto* one = bench().window.findChild<editor::HoverCard*>();
            return one && one->isVisible() ? one : nullptr;
        };
        person().pointAtText(m_scene->text(), 1, 6);
        QTRY_VERIFY(card());
        QVERIFY(Scene::shows(card(), u"RUN echo one"_s));
        m_screen.picture(u"hover-card"_s);
        person().key(u"Escape"_s);
        QTRY_VERIFY(!card());
    }

    void theFontOfTheCodeIsChosenInTheSettings() {
        const double before = m_theme.codeFont().pointSizeF();
        person().key(u"ctrl+comma"_s);
        QLineEdit* mirror = nullptr;
        QTRY_VERIFY((mirror = Scene::field(u"docker.io=http://127.0.0.1:5000"_s)));
        auto* size = mirror->window()->findChild<QSpinBox*>();
        person().click(size, QPoint(20, size->height() / 2));
        person().key(u"ctrl+a"_s);
        person().type(u"15"_s);
        person().key(u"Tab"_s);
        QTRY_COMPARE(m_theme.codeFont().pointSizeF(), 15.0);
        QTRY_COMPARE(m_scene->text().configValue(u"font"_s).value<QFont>().pointSizeF(), 15.0);
        m_screen.picture(u"settings-font"_s);
        person().key(u"Escape"_s);
        QTRY_VERIFY(!Scene::field(u"docker.io=http://127.0.0.1:5000"_s));
        QCOMPARE(QSettings().value(u"font/size"_s).toInt(), 15);
        m_theme.setCodeFont({}, static_cast<int>(before));
        QSettings().remove(u"font"_s);
    }

    void theWindowComesBackAsItWas() {
        m_scene->openFile(u"a.txt"_s);
        person().menu({u"View"_s, u"Log"_s});
        auto* log = bench().window.findChild<QDockWidget*>(u"log"_s);
        QTRY_VERIFY(!log->isVisible());
        const QSize size = bench().window.size();
        person().key(u"ctrl+q"_s);
        QTRY_VERIFY(!bench().window.isVisible());
        m_scene.reset();
        QTRY_COMPARE(leftovers(), QStringList());
        m_scene = std::make_unique<Scene>(m_theme);
        m_scene->open(m_project);
        QCOMPARE(bench().window.size(), size);
        QVERIFY(!bench().window.findChild<QDockWidget*>(u"log"_s)->isVisible());
        // Its tabs too, the one that was in front in front.
        QCOMPARE(document().url().fileName(), u"a.txt"_s);
        QVERIFY(bench().window.area().openPaths().contains(path(u"Dockerfile"_s)));
        person().menu({u"View"_s, u"Log"_s});
        QTRY_VERIFY(bench().window.findChild<QDockWidget*>(u"log"_s)->isVisible());
    }

    void cleanupTestCase() { m_scene.reset(); }
};

int main(int argc, char** argv) {
    return runDesktopTest(argc, argv,
                          [](Screen& screen, theme::Theme& theme) -> QObject* { return new HandsTest(screen, theme); });
}

#include "hands_test.moc"
