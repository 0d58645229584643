// From names to their places and to other names, in a real view.
#include "assist/link_follower.h"
#include "assist/navigator.h"
#include "assist/place_list.h"
#include "assist/rename_box.h"
#include "assist/selection_steps.h"
#include "assist/symbol_list.h"
#include "assist/symbols.h"
#include "written_page.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QSignalSpy>

#include <KActionCollection>

using namespace Qt::StringLiterals;
using namespace slipway;

class NavigationTest : public QObject {
    Q_OBJECT

    theme::Theme* m_theme = nullptr;

    static assist::Navigator& navigator(const test::WrittenPage& page) { return page.page().pane().navigator(); }
    static assist::RenameBox* box(const test::WrittenPage& page) { return page.view().findChild<assist::RenameBox*>(); }

private Q_SLOTS:
    void initTestCase() {
        test::prepare();
        m_theme = new theme::Theme(this);
    }

    void aUseLeadsToItsDefinition() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"ARG V=1\nFROM scratch AS first\nFROM first\nCOPY --from=fi|rst /x /x\n"_s);
        navigator(page).goToDefinition();
        QTRY_COMPARE(page.view().cursorPosition(), KTextEditor::Cursor(1, 16));
    }

    void aCopiedFileIsOpened() {
        test::WrittenPage page(*m_theme);
        page.write(u"app.py"_s, "print()\n");
        page.open(u"Dockerfile"_s, u"FROM scratch\nCOPY ap|p.py /\n"_s);
        navigator(page).goToDefinition();
        QTRY_COMPARE(page.page().document().path(), page.folder.filePath(u"app.py"_s));
    }

    void withCtrlWhatLeadsSomewhereIsUnderlinedAndAClickGoesThere() {
        test::WrittenPage page(*m_theme);
        page.write(u"app.py"_s, "print()\n");
        page.open(u"Dockerfile"_s, u"FROM debian:13 AS first\nCOPY app.py /\nFROM first\nRUN true|\n"_s);
        const assist::LinkFollower& links = page.page().pane().links();
        QWidget* surface = page.view().focusProxy();
        const auto send = [&](QEvent::Type type, KTextEditor::Cursor at, Qt::KeyboardModifiers keys) {
            const QPoint global = page.view().mapToGlobal(page.view().cursorToCoordinate(at) + QPoint(1, 6));
            const bool moves = type == QEvent::MouseMove;
            QMouseEvent event(type, surface->mapFromGlobal(global), global, moves ? Qt::NoButton : Qt::LeftButton,
                              type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, keys);
            QApplication::sendEvent(surface, &event);
        };
        send(QEvent::MouseMove, {2, 7}, Qt::ControlModifier);
        QTRY_COMPARE(links.shown(), KTextEditor::Range(2, 5, 2, 10));
        send(QEvent::MouseMove, {2, 7}, Qt::NoModifier);
        QVERIFY(!links.shown().isValid());
        // An image has a page, a definition leads nowhere, nor does a keyword.
        send(QEvent::MouseMove, {0, 7}, Qt::ControlModifier);
        QTRY_COMPARE(links.shown(), KTextEditor::Range(0, 5, 0, 14));
        for (const KTextEditor::Cursor nothing : {KTextEditor::Cursor(0, 20), KTextEditor::Cursor(3, 1)}) {
            send(QEvent::MouseMove, nothing, Qt::ControlModifier);
            QTest::qWait(150);  // nothing must come: there is no event to wait for
            QVERIFY(!links.shown().isValid());
        }
        send(QEvent::MouseMove, {2, 7}, Qt::ControlModifier);
        QTRY_VERIFY(links.shown().isValid());
        send(QEvent::MouseButtonPress, {2, 7}, Qt::ControlModifier);
        send(QEvent::MouseButtonRelease, {2, 7}, Qt::ControlModifier);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(0, 18));
        page.area->goAlong(false);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(3, 8));
        send(QEvent::MouseMove, {1, 7}, Qt::ControlModifier);
        QTRY_VERIFY(links.shown().isValid());
        send(QEvent::MouseButtonPress, {1, 7}, Qt::ControlModifier);
        send(QEvent::MouseButtonRelease, {1, 7}, Qt::ControlModifier);
        QTRY_COMPARE(page.page().document().path(), page.folder.filePath(u"app.py"_s));
    }

    void aSelectionGrowsToWhatItStandsInAndBack() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS a\nENV A=x B=y|y\nFROM a\n"_s);
        assist::SelectionSteps& steps = page.page().pane().selectionSteps();
        const auto selected = [&] { return page.view().selectionText(); };
        const QStringList larger{u"yy"_s, u"B=yy"_s, u"A=x B=yy"_s, u"ENV A=x B=yy"_s};
        for (const QString& text : larger) {
            steps.grow();
            QTRY_COMPARE(selected().trimmed(), text);
        }
        steps.grow();
        QTRY_VERIFY(selected().startsWith(u"FROM scratch AS a\nENV"_s));
        steps.shrink();
        QCOMPARE(selected().trimmed(), larger[3]);
        for (int i = 2; i >= 0; --i) {
            steps.shrink();
            QCOMPARE(selected(), larger[i]);
        }
        steps.shrink();
        QVERIFY(!page.view().selection());
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(1, 11));
        // Where someone else selected it, to the largest thing in it.
        page.view().setSelection({1, 0, 1, 12});
        steps.shrink();
        QTRY_COMPARE(selected(), larger[2]);
    }

    void whatLeadsNowhereIsSaid() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nWORK|DIR /x\n"_s);
        QSignalSpy said(page.area.get(), &editor::EditorArea::said);
        navigator(page).goToDefinition();
        QTRY_COMPARE(said.count(), 1);
        navigator(page).listReferences();
        QTRY_COMPARE(said.count(), 2);
        navigator(page).rename();
        QTRY_COMPARE(said.count(), 3);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(1, 4));
    }

    void referencesAreListedAndOneIsGoneTo() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nENV TO=/x\nCOPY a $TO\nCOPY b $T|O\n"_s);
        navigator(page).listReferences();
        assist::PlaceList* list = nullptr;
        QTRY_VERIFY((list = page.view().findChild<assist::PlaceList*>()));
        QCOMPARE(list->list().count(), 3);
        QCOMPARE(list->list().currentRow(), 2);
        QVERIFY(list->list().item(0)->text().contains(u"ENV TO=/x"_s));
        QTest::keyClick(&list->list(), Qt::Key_Up);
        QTest::keyClick(&list->list(), Qt::Key_Return);
        QTRY_COMPARE(page.view().cursorPosition().line(), 2);
        QTRY_VERIFY(!page.view().findChild<assist::PlaceList*>());
    }

    void theNameUnderTheCursorIsMarkedWhereverItStands() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nENV T|O=/x\nCOPY a $TO\n\n"_s);
        QTRY_COMPARE(navigator(page).markedCount(), 2U);
        page.view().setCursorPosition({3, 0});
        QTRY_COMPARE(navigator(page).markedCount(), 0U);
    }

    void aNameIsAnotherEverywhereInOneStep() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS fi|rst\nFROM first AS second\nCOPY --from=first /x /x\n"_s);
        const QString before = page.text();
        navigator(page).rename();
        QTRY_VERIFY(box(page));
        QLineEdit& line = box(page)->line();
        QCOMPARE(line.selectedText(), u"first"_s);
        // What is wrong with a name is said where it is typed, and nothing is changed by it.
        QTest::keyClicks(&line, u"second"_s);
        QTRY_VERIFY2(box(page)->words().contains(u"Line 2"_s), qPrintable(box(page)->words()));
        QTest::keyClick(&line, Qt::Key_Return);
        QTest::qWait(100);  // nothing must come: there is no event to wait for
        QCOMPARE(page.text(), before);
        line.selectAll();
        QTest::keyClicks(&line, u"base"_s);
        QTRY_VERIFY2(box(page)->words().contains(u'3'), qPrintable(box(page)->words()));
        QTest::keyClick(&line, Qt::Key_Return);
        QTRY_COMPARE(page.text(), u"FROM scratch AS base\nFROM base AS second\nCOPY --from=base /x /x\n"_s);
        QTRY_VERIFY(!box(page));
        page.view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QCOMPARE(page.text(), before);
    }

    void escapeLeavesTheNameAsItWas() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nARG N|AME=1\nRUN echo $NAME\n"_s);
        const QString before = page.text();
        navigator(page).rename();
        QTRY_VERIFY(box(page));
        QTest::keyClicks(&box(page)->line(), u"OTHER"_s);
        QTest::keyClick(&box(page)->line(), Qt::Key_Escape);
        QTRY_VERIFY(!box(page));
        QCOMPARE(page.text(), before);
    }

    void stagesVariablesAndHeredocsAreFound() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"ARG V=1\nFROM scratch AS first\nENV A=x\nRUN <<EOT\necho\nEOT\nFROM scratch\n|"_s);
        std::vector<assist::Symbol> symbols;
        page.page().pane().asker().ask(this, {0, 0}, assist::symbolsOf,
                                       [&](const std::vector<assist::Symbol>& found) { symbols = found; });
        QTRY_VERIFY(!symbols.empty());
        QStringList words;
        for (const assist::Symbol& symbol : symbols)
            words << u"%1 %2: %3"_s.arg(symbol.line).arg(symbol.name, symbol.detail);
        QCOMPARE(assist::matching(symbols, u"scr"_s).size(), 2U);  // what they are
        QCOMPARE(assist::matching(symbols, u"EO"_s).front().name, u"EOT"_s);
        QCOMPARE(assist::matching(symbols, u"ft"_s).front().name, u"first"_s);  // letters in their order
        QVERIFY(assist::matching(symbols, u"tf"_s).empty());
        QCOMPARE(words, (QStringList{u"2 first: FROM scratch"_s, u"7 1: FROM scratch"_s, u"1 V: ARG 1"_s,
                                     u"3 A: ENV x \u00b7 first"_s, u"4 EOT: RUN"_s}));
    }
};

QTEST_MAIN(NavigationTest)
#include "navigation_test.moc"
