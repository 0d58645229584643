// Where one is and what there is: breadcrumbs, folds, the strip beside the scroll bar, the tinted stage, two views.
#include "assist/breadcrumbs.h"
#include "assist/place_list.h"
#include "editor/gutter_marks.h"
#include "editor/line_notes.h"
#include "editor/overview_ruler.h"
#include "written_page.h"

#include <QAbstractButton>
#include <QListWidget>

#include <KActionCollection>

using namespace Qt::StringLiterals;
using namespace slipway;

class OverviewTest : public QObject {
    Q_OBJECT

    theme::Theme* m_theme = nullptr;

    static QList<int> tinted(const test::WrittenPage& page) {
        QList<int> lines;
        for (const KTextEditor::Mark* mark : page.view().document()->marks()) {
            if (mark->type & KTextEditor::Document::Execution)
                lines << mark->line;
        }
        std::ranges::sort(lines);
        return lines;
    }

private Q_SLOTS:
    void initTestCase() {
        test::prepare();
        m_theme = new theme::Theme(this);
    }

    void breadcrumbsSayWhereTheCursorIsAndLeadToItsSiblings() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS first\nCOPY a \\\n  /a|\n\nFROM first\nCOPY b /b\nCMD b\n"_s);
        auto* crumbs = page.page().findChild<assist::Breadcrumbs*>();
        QVERIFY(crumbs);
        QCOMPARE(crumbs->words(), (QStringList{u"Dockerfile"_s, u"first"_s, u"COPY a /a"_s}));
        page.view().setCursorPosition({5, 2});
        QCOMPARE(crumbs->words(), (QStringList{u"Dockerfile"_s, u"stage 1"_s, u"COPY b /b"_s}));
        assist::PlaceList* list = crumbs->showSiblings(0);
        QCOMPARE(list->list().count(), 2);
        QCOMPARE(list->list().currentRow(), 1);
        list->close();
        list = crumbs->showSiblings(1);
        QCOMPARE(list->list().count(), 3);
        QTest::keyClick(&list->list(), Qt::Key_Down);
        QTest::keyClick(&list->list(), Qt::Key_Return);
        QCOMPARE(page.view().cursorPosition().line(), 6);
    }

    void whereThereIsLittleRoomTheInstructionGivesWay() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS first\nCOPY |"_s + QString(70, u'a') + u" /\n"_s);
        auto* crumbs = page.page().findChild<assist::Breadcrumbs*>();
        QVERIFY(crumbs && crumbs->words().size() == 3);
        page.area->resize(400, 300);
        const auto all = crumbs->findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly);
        QCOMPARE(all.size(), 3);
        QTRY_VERIFY(all[2]->width() < all[2]->sizeHint().width());
        QCOMPARE(all[0]->width(), all[0]->sizeHint().width());
        QCOMPARE(all[1]->width(), all[1]->sizeHint().width());
        QVERIFY(all[2]->geometry().right() < 400);
    }

    // Behind the words, and behind the line where a word ends it: there the forecast follows in the same note.
    void whatWordsStandForIsShownBehindThem() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"ARG V=13\nFROM debian:${V} AS a\nWORKDIR /srv\nWORKDIR app\n|"_s);
        editor::GutterMarks& marks = page.page().pane().marks();
        const auto notes = [&](int line) { return marks.notes().inlineNotes(line); };
        QVERIFY(notes(1).isEmpty());
        marks.showHints(true);
        QTRY_COMPARE(notes(1), QList<int>{16});
        QCOMPARE(notes(3), QList<int>{13});
        QVERIFY(notes(2).isEmpty());
        marks.notes().setForecast({{3, {theme::State::Cached, 3, u"cached"_s}}});
        QCOMPARE(notes(3), QList<int>{13});
        // They go with their words.
        page.view().document()->insertText({1, 5}, u"x/"_s);
        QCOMPARE(notes(1), QList<int>{18});
        page.analyse();
        QTRY_COMPARE(notes(1), QList<int>{18});
        marks.showHints(false);
        QVERIFY(notes(1).isEmpty());
    }

    // Until the next look at the text, so that no note stands at another line meanwhile.
    void theForecastGoesWithItsLines() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM debian\nRUN a\nRUN b\n|"_s);
        editor::LineNotes& notes = page.page().pane().marks().notes();
        KTextEditor::Document& document = *page.view().document();
        const auto withNotes = [&] {
            QList<int> lines;
            for (int line = 0; line < document.lines(); ++line) {
                if (!notes.inlineNotes(line).isEmpty())
                    lines << line;
            }
            return lines;
        };
        notes.setForecast(
            {{1, {theme::State::Cached, 1, u"cached"_s}}, {2, {theme::State::Rebuild, 2, u"never built"_s}}});
        QCOMPARE(withNotes(), (QList<int>{1, 2}));
        document.insertText({0, 11}, u"\nUSER c\nUSER d"_s);
        QCOMPARE(withNotes(), (QList<int>{3, 4}));
        document.insertText({4, 0}, u"\n"_s);
        QCOMPARE(withNotes(), (QList<int>{3, 5}));
        document.insertText({5, 5}, u"\n"_s);
        QCOMPARE(withNotes(), (QList<int>{3, 5}));
        document.removeText({3, 5, 5, 0});
        QCOMPARE(withNotes(), QList<int>{3});
        document.removeLine(1);
        QCOMPARE(withNotes(), QList<int>{2});
    }

    void theStageOfTheCursorIsTinted() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS first\nCOPY a /|a\n\nFROM first\nCOPY b /b\n"_s);
        QCOMPARE(tinted(page), (QList<int>{0, 1}));
        page.view().setCursorPosition({4, 0});
        QCOMPARE(tinted(page), (QList<int>{3, 4}));
        // One stage alone needs no emphasis.
        page.open(u"Dockerfile.one"_s, u"FROM scratch\nCOPY a /|a\n"_s);
        QCOMPARE(tinted(page), QList<int>());
    }

    // How many lines are seen after the fold of one line was closed, and opened again.
    static int seen(const test::WrittenPage& page, int line) {
        page.view().setCursorPosition({line, 0});
        page.view().actionCollection()->action(u"folding_toggle_current"_s)->trigger();
        const int last = page.view().lastDisplayedLine(KTextEditor::View::VisibleLine);
        page.view().actionCollection()->action(u"folding_toggle_current"_s)->trigger();
        return last + 1;
    }

    void stagesAndLongInstructionsFoldAndTheNextStageStaysInView() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s,
                  u"FROM scratch AS first|\nRUN a \\\n  b \\\n  c\nRUN <<EOT\nd\nEOT\n\nFROM first\nCMD b\n"_s);
        QCOMPARE(page.view().document()->lines(), 11);
        QCOMPARE(seen(page, 1), 9);  // the lines that go on
        QCOMPARE(seen(page, 4), 8);  // the document with its last word, and the empty line behind it
        QCOMPARE(seen(page, 0), 4);  // the stage, and the next FROM is still there
        QCOMPARE(seen(page, 8), 10);
    }

    void theStripShowsProblemsAndLeadsToThem() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch|\n"_s + u"\n"_s.repeated(200) + u"NOPE x\n"_s);
        auto& ruler = page.page().pane().ruler();
        QCOMPARE(ruler.height(), page.view().height());
        const project::Problem* problem = ruler.problemAt(ruler.yOf(201));
        QVERIFY(problem);
        QCOMPARE(problem->line, 202);
        QTest::mouseClick(&ruler, Qt::LeftButton, Qt::NoModifier, {6, ruler.yOf(201) + 1});
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(201, 0));
        QTest::mouseClick(&ruler, Qt::LeftButton, Qt::NoModifier, {6, ruler.height() / 2});
        QVERIFY(std::abs(page.view().cursorPosition().line() - 101) <= 2);
    }

    void aSplitPageHasTwoViewsOfOneText() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch|\nCOPY a /\n"_s);
        KTextEditor::View* first = &page.view();
        page.page().setSplit(true);
        QTRY_VERIFY(&page.view() != first);
        QVERIFY(page.view().hasFocus());
        QCOMPARE(page.area->views().size(), 2);
        page.type(u"X"_s);
        QCOMPARE(first->document()->line(0), u"FROM scratchX"_s);
        page.page().focusOtherPane();
        QTRY_COMPARE(&page.view(), first);
        page.page().setSplit(false);
        QCOMPARE(page.area->views().size(), 1);
        QCOMPARE(&page.view(), first);
        page.type(u"Y"_s);
        QCOMPARE(page.text(), u"FROM scratchXY\nCOPY a /\n"_s);
    }
};

QTEST_MAIN(OverviewTest)
#include "overview_test.moc"
