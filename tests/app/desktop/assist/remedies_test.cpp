// The lightbulb and the list behind it, in a real view by real keys: when it comes, what it does, what it leaves alone.
#include "assist/remedies.h"
#include "assist/remedy_bulb.h"
#include "assist/remedy_popup.h"
#include "editor/file_change.h"
#include "editor/hover_card.h"
#include "editor/notice_bar.h"
#include "editor/step_hints.h"
#include "project/preview.h"
#include "theme/link_button.h"
#include "written_page.h"

#include <KActionCollection>
#include <QPushButton>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace slipway;

class RemediesTest : public QObject {
    Q_OBJECT

    theme::Theme* m_theme = nullptr;

    static assist::Remedies& remedies(const test::WrittenPage& page) { return page.page().pane().remedies(); }
    static QStringList titles(const test::WrittenPage& page, int line, const QString& rule = {}) {
        QStringList out;
        bool done = false;
        remedies(page).find(line, rule, [&](const assist::Remedies::List& found) {
            for (const project::Remedy& remedy : found)
                out << remedy.title;
            done = true;
        });
        return QTest::qWaitFor([&] { return done; }) ? out : QStringList{u"nothing came"_s};
    }
    static QWidget* listOf(assist::RemedyPopup& popup) { return popup.focusProxy(); }
    static QByteArray read(const QString& path) {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    static void takeBack(const test::WrittenPage& page) {
        for (QPushButton* button :
             page.page().findChild<editor::NoticeBar*>(u"notice-file"_s)->findChildren<QPushButton*>()) {
            if (button->text() == u"Undo"_s)
                return button->click();
        }
        QFAIL("no Undo");
    }

private Q_SLOTS:
    void aPreviewIsNotCutWithinAChange() {
        using Kind = project::PreviewLine::Kind;
        const auto lines = [](std::initializer_list<Kind> kinds) {
            std::vector<project::PreviewLine> out;
            for (const Kind kind : kinds)
                out.push_back({kind, {}});
            return out;
        };
        const auto two = lines({Kind::Same, Kind::Removed, Kind::Added, Kind::Same, Kind::Removed, Kind::Added});
        QCOMPARE(project::cutOf(two, 6), 6U);
        QCOMPARE(project::cutOf(two, 5), 4U);
        QCOMPARE(project::cutOf(two, 3), 3U);
        const auto beside = lines({Kind::Removed, Kind::Added, Kind::Removed, Kind::Added});
        QCOMPARE(project::cutOf(beside, 3), 2U);
        const auto one = lines({Kind::Same, Kind::Removed, Kind::Removed, Kind::Added, Kind::Added});
        QCOMPARE(project::cutOf(one, 4), 4U);
    }

    void initTestCase() {
        test::prepare();
        m_theme = new theme::Theme(this);
    }

    void whatMendsComesFirst() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM debian:13\nRUN apt-get install a\nRUN apt-get install b\n"_s);
        const QStringList found = titles(page, 2);
        QCOMPARE(found.first(2), (QStringList{u"Add -y"_s, u"Add --no-install-recommends"_s}));
        QVERIFY2(found.contains(u"Mend every DL3014"_s), qPrintable(found.join(u'\n')));
        QVERIFY2(found.contains(u"Ignore DL3014 here"_s), qPrintable(found.join(u'\n')));
        QVERIFY2(found.contains(u"Ignore DL3014 everywhere"_s), qPrintable(found.join(u'\n')));
        QCOMPARE(titles(page, 2, u"DL3014"_s), (QStringList{u"Add -y"_s, u"Mend every DL3014"_s,
                                                            u"Ignore DL3014 here"_s, u"Ignore DL3014 everywhere"_s}));
        QCOMPARE(titles(page, 1), QStringList());
    }

    void theBulbShinesOnTheCursorsLineWhereSomethingMends() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM a:latest\nMAINTAINER |me\n"_s);
        QTRY_VERIFY(remedies(page).bulb().isVisible());
        const QPoint text = page.view().cursorToCoordinate({1, 0});
        QVERIFY(remedies(page).bulb().geometry().right() <= text.x());
        QVERIFY(std::abs(remedies(page).bulb().geometry().center().y() - text.y()) < 30);
        page.key(Qt::Key_Up);  // a newer tag takes a person
        QTRY_VERIFY(!remedies(page).bulb().isVisible());
        page.key(Qt::Key_Down);
        QTRY_VERIFY(remedies(page).bulb().isVisible());
        page.type(u"x"_s);
        QVERIFY(!remedies(page).bulb().isVisible());
    }

    void returnMendsAndOneUndoTakesItBack() {
        test::WrittenPage page(*m_theme);
        const QString before = u"FROM debian:13 AS One\nFROM One\nCOPY --from=One /a /a\n"_s;
        page.open(u"Dockerfile"_s, u"|"_s + before);
        remedies(page).show();
        QTRY_VERIFY(remedies(page).popup());
        assist::RemedyPopup& popup = *remedies(page).popup();
        QVERIFY(popup.isVisible());
        QCOMPARE(popup.chosen().title, u"Name the stage one"_s);
        const auto added =
            std::ranges::count(popup.chosen().preview, project::PreviewLine::Kind::Added, &project::PreviewLine::kind);
        QCOMPARE(added, 3);
        QTest::keyClick(listOf(popup), Qt::Key_Return);
        QCOMPARE(page.text(), QString(before).replace(u"One"_s, u"one"_s));
        page.view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QCOMPARE(page.text(), before);
    }

    void escapeDoesNothing() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM a:1 AS One|\n"_s);
        remedies(page).show();
        QTRY_VERIFY(remedies(page).popup());
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_Down);
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_Escape);
        QTRY_VERIFY(!remedies(page).popup());
        QCOMPARE(page.text(), u"FROM a:1 AS One\n"_s);
    }

    void whoGoesOnTypingTypesIntoTheText() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM a:1 AS One|\n"_s);
        remedies(page).show();
        QTRY_VERIFY(remedies(page).popup());
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_X);
        QTRY_VERIFY(!remedies(page).popup());
        QCOMPARE(page.text(), u"FROM a:1 AS Onex\n"_s);
    }

    void anArrowChoosesAnotherAndIgnoringWritesAComment() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM |a:latest\n"_s);
        remedies(page).show();
        QTRY_VERIFY(remedies(page).popup());
        QCOMPARE(remedies(page).popup()->chosen().title, u"Ignore DL3007 here"_s);
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_Return);
        QCOMPARE(page.text(), u"# hadolint ignore=DL3007\nFROM a:latest\n"_s);
    }

    void ignoringEverywhereWritesTheProjectsFileAndOffersUndo() {
        test::WrittenPage page(*m_theme);
        const QString settings = page.folder.filePath(u".hadolint.yaml"_s);
        page.write(u".hadolint.yaml"_s, "# ours\r\nignored:\r\n  - DL3059\r\n");
        page.open(u"Dockerfile"_s, u"FROM |a:latest\n"_s);
        remedies(page).show();
        QTRY_VERIFY(remedies(page).popup());
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_Down);
        QCOMPARE(remedies(page).popup()->chosen().file, settings);
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_Return);
        QTRY_COMPARE(read(settings), QByteArray("# ours\r\nignored:\r\n  - DL3059\r\n  - DL3007\r\n"));
        QTRY_VERIFY(page.page().findChild<editor::NoticeBar*>(u"notice-file"_s));
        QCOMPARE(page.text(), u"FROM a:latest\n"_s);
        takeBack(page);
        QTRY_COMPARE(read(settings), QByteArray("# ours\r\nignored:\r\n  - DL3059\r\n"));
    }

    void aFileThatWasNotThereIsGoneAgainAfterUndo() {
        test::WrittenPage page(*m_theme);
        const QString settings = page.folder.filePath(u".hadolint.yaml"_s);
        page.open(u"Dockerfile"_s, u"FROM |a:latest\n"_s);
        remedies(page).find(1, {}, [&](const assist::Remedies::List& found) { remedies(page).apply(found.back()); });
        QTRY_COMPARE(read(settings), QByteArray("ignored:\n  - DL3007\n"));
        QTRY_VERIFY(page.page().findChild<editor::NoticeBar*>(u"notice-file"_s));
        takeBack(page);
        QTRY_VERIFY(!QFile::exists(settings));
    }

    void anIgnoreFilesProblemsAreMendedThereAndSilencedInTheDockerfile() {
        test::WrittenPage page(*m_theme);
        const QString dockerfile = page.folder.filePath(u"Dockerfile"_s);
        page.write(u"Dockerfile"_s, "FROM scratch\nCOPY . /\n");
        page.write(u"src/a.pyc"_s, "a");
        page.open(u".dockerignore"_s, u"# ours\n|dits\n*.pyc\nb\n"_s);
        context::Survey survey;
        survey.files = {{"src/a.pyc", 1}};
        survey.ignoreFile = page.folder.filePath(u".dockerignore"_s).toStdString();
        survey.ignore = *context::Ignore::compile(context::readIgnoreFile("# ours\ndits\n*.pyc\nb\n"));
        survey.uses = {{false, 0}, {false, 1}, {true, 0}};
        project::TextInput input{
            .path = dockerfile, .folder = page.project.folder(), .text = u"FROM scratch\nCOPY . /\n"_s};
        input.knowledge.survey = std::make_shared<const context::Survey>(std::move(survey));
        page.analysis.set(project::analyseText(input));
        const QString ignoring = u"Ignore UnmatchedIgnorePattern in Dockerfile"_s;
        QCOMPARE(titles(page, 3), (QStringList{u"Write **/*.pyc"_s, ignoring}));
        QCOMPARE(titles(page, 2, u"UnmatchedIgnorePattern"_s), (QStringList{u"Take the pattern out"_s, ignoring}));
        QCOMPARE(titles(page, 4), QStringList());
        QTRY_VERIFY(remedies(page).bulb().isVisible());
        remedies(page).show();
        QTRY_VERIFY(remedies(page).popup());
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_Return);
        QCOMPARE(page.text(), u"# ours\n*.pyc\nb\n"_s);
        // What the checks said of the text before may stand elsewhere now; silencing is right all the same.
        remedies(page).find(2, {}, [&](const assist::Remedies::List& found) { remedies(page).apply(found.back()); });
        QTRY_COMPARE(read(dockerfile), QByteArray("# check=skip=UnmatchedIgnorePattern\nFROM scratch\nCOPY . /\n"));
        QTRY_VERIFY(page.page().findChild<editor::NoticeBar*>(u"notice-file"_s));
        takeBack(page);
        QTRY_COMPARE(read(dockerfile), QByteArray("FROM scratch\nCOPY . /\n"));
    }

    void whatIsTypedInAnotherFileIsNotSavedByIgnoringThere() {
        test::WrittenPage page(*m_theme);
        const QString dockerfile = page.folder.filePath(u"Dockerfile"_s);
        page.open(u"Dockerfile"_s, u"FROM scratch\n|COPY . /\n"_s);
        page.type(u"# half a thou"_s);
        auto* const typed = dynamic_cast<editor::CodeDocument*>(page.project.document(dockerfile));
        QVERIFY(typed && typed->isModified());
        page.open(u".dockerignore"_s, u"|dits\n"_s);
        project::Remedy remedy;
        remedy.rule = u"UnmatchedIgnorePattern"_s;
        remedy.file = dockerfile;
        remedy.fileText = u"# check=skip=UnmatchedIgnorePattern\n"_s + typed->text();
        editor::changeFile(page.page(), page.project, remedy);
        QCOMPARE(typed->text(), remedy.fileText);
        QTest::qWait(200);  // as long as writing it would take
        QCOMPARE(read(dockerfile), QByteArray("FROM scratch\nCOPY . /\n"));
        QVERIFY(typed->isModified());
        typed->discard();
    }

    void allThatCanBeMendedIsOneEntryAndOneUndo() {
        test::WrittenPage page(*m_theme);
        const QString before = u"from debian:13 AS One\nRUN cd /a\nMAINTAINER me\nRUN apt-get install b\n"_s;
        page.open(u"Dockerfile"_s, u"|"_s + before);
        QVERIFY(titles(page, 1).contains(u"Mend all that can be mended"_s));
        QVERIFY(!titles(page, 2).isEmpty());
        QVERIFY(!titles(page, 1, u"StageNameCasing"_s).contains(u"Mend all that can be mended"_s));
        remedies(page).showAll({});
        QTRY_VERIFY(remedies(page).popup());
        assist::RemedyPopup& popup = *remedies(page).popup();
        QCOMPARE(popup.count(), 1);
        QCOMPARE(popup.chosen().title, u"Mend all that can be mended"_s);
        QVERIFY(std::ranges::contains(popup.chosen().preview, project::PreviewLine::Kind::Added,
                                      &project::PreviewLine::kind));
        QTest::keyClick(listOf(popup), Qt::Key_Return);
        const QString after = page.text();
        QVERIFY2(after.startsWith(u"FROM debian:13 AS one\n"_s), qPrintable(after));
        QVERIFY2(after.contains(u"apt-get install --no-install-recommends -y b"_s), qPrintable(after));
        page.view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QCOMPARE(page.text(), before);
    }

    void allOfAKindAreMendedTogether() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM |debian:13\nRUN apt-get install a\nRUN apt-get install b\n"_s);
        remedies(page).showAll(u"DL3014"_s);
        QTRY_VERIFY(remedies(page).popup());
        QCOMPARE(remedies(page).popup()->chosen().title, u"Mend every DL3014"_s);
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_Return);
        QCOMPARE(page.text(), u"FROM debian:13\nRUN apt-get install -y a\nRUN apt-get install -y b\n"_s);
        QTRY_VERIFY(!remedies(page).popup());
        page.analyse();
        remedies(page).showAll(u"DL3008"_s);  // a version takes a person
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY2(QToolTip::text().contains(u"DL3008"_s), qPrintable(QToolTip::text()));
        QVERIFY(!remedies(page).popup());
    }

    void whatBuildsLeftMendsToo() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM debian:13\nRUN apt-get update && apt-get install -y |a\n"_s);
        QVERIFY(titles(page, 2, u"PackageCacheInLayer"_s).isEmpty());
        auto known = std::make_shared<project::Snapshot>(*page.analysis.current());
        layer::TocBuilder table;
        table.add({.path = "var/lib/apt/lists/b", .size = 20'000'000});
        plan::Past past;
        past.emplace(known->plan->steps.back().id, plan::PastStep{.durationMs = 1, .layer = table.build()});
        known->knowledge.past = std::make_shared<const plan::Past>(std::move(past));
        page.analysis.set(known);
        QCOMPARE(titles(page, 2, u"PackageCacheInLayer"_s).value(0), u"End with rm -rf /var/lib/apt/lists/*"_s);
        remedies(page).show(2, u"PackageCacheInLayer"_s);
        QTRY_VERIFY(remedies(page).popup());
        QTRY_COMPARE(remedies(page).popup()->effect(), u"20\u00a0MB less in the image."_s);
        QTest::keyClick(listOf(*remedies(page).popup()), Qt::Key_Down);
        QTRY_COMPARE(remedies(page).popup()->effect(), QString());  // to ignore it saves nothing
    }

    void theCardOfAProblemOffersWhatMends() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM a:1 AS One|\n"_s);
        editor::StepHints hints(page.page().document(), page.view(), page.page().pane().asker(),
                                {*m_theme, page.analysis, page.builds, page.selection, page.project});
        hints.offerFrom(&remedies(page));
        hints.textHint(&page.view(), {0, 13});
        auto* card = page.view().findChild<editor::HoverCard*>();
        QVERIFY(card && card->isVisible());
        QTRY_COMPARE(card->findChildren<theme::LinkButton*>().size(), 3);
        QCOMPARE(card->findChildren<theme::LinkButton*>().front()->text(), u"Name the stage one"_s);
        QTest::mouseClick(card->findChildren<theme::LinkButton*>().front(), Qt::LeftButton);
        QCOMPARE(page.text(), u"FROM a:1 AS one\n"_s);
        QVERIFY(!card->isVisible());
    }
};

QTEST_MAIN(RemediesTest)
#include "remedies_test.moc"
