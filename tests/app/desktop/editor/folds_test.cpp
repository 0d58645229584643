// Folding in real views: what is folded is what the tree's ranges are, whatever was pressed or clicked.
#include "../../../core/language/texts.h"
#include "../assist/written_page.h"
#include "editor/fold_marks.h"
#include "editor/folding.h"
#include "language/symbols.h"

#include <QContextMenuEvent>
#include <QSignalSpy>

#include <KActionCollection>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace slipway;
using editor::Fold;

namespace {

using Folds = std::vector<Fold>;

const auto kStages =
    u"# a\n# b\n\nFROM c AS d\n# e\n# f\n# g\nRUN h \\\n  i\n\n# j\n# k\nFROM d\nCOPY <<X /\nl\nX\nRUN m\nRUN n\n"_s;

QString shown(const Folds& folds) {
    QString out;
    for (const Fold& fold : folds)
        out += u"%1-%2%3 "_s.arg(fold.line).arg(fold.endLine).arg(fold.closed ? u""_s : u"?"_s);
    return out.trimmed();
}

}  // namespace

class FoldsTest : public QObject {
    Q_OBJECT

    theme::Theme* m_theme = nullptr;
    std::unique_ptr<test::WrittenPage> m_page;

    [[nodiscard]] KTextEditor::View& view() const { return m_page->view(); }
    [[nodiscard]] KTextEditor::Document& document() const { return *view().document(); }
    [[nodiscard]] editor::Folding& folding() const { return m_page->page().pane().folding(); }
    [[nodiscard]] Folds folds() const { return editor::foldsOf(view()); }

    [[nodiscard]] QString closed() const {
        Folds all = folds();
        std::erase_if(all, [](const Fold& fold) { return !fold.closed; });
        return shown(all);
    }

    void write(const QString& text) const { document().replaceText(document().documentRange(), text); }
    void open(const QString& text) const {
        m_page->open(u"Dockerfile"_s, text);
        hover(false);
        write(text);
        view().setCursorPosition({0, 0});
        m_page->analyse();
        QCOMPARE(shown(folds()), QString());
    }
    void toggleAt(int line) const {
        view().setCursorPosition({line, 0});
        folding().toggleHere();
    }
    [[nodiscard]] editor::FoldMarks* marks() const { return view().findChild<editor::FoldMarks*>(); }
    /// What stands beside the text, once that was laid out.
    [[nodiscard]] QWidget* border() const {
        return QTest::qWaitFor([this] { return marks() != nullptr; }) ? marks()->parentWidget() : nullptr;
    }
    [[nodiscard]] QString marked() const {
        QStringList out;
        for (const editor::FoldMark& mark : marks()->marks())
            out << QString::number(mark.line) + (mark.closed ? u">"_s : u"v"_s);
        return out.join(u' ');
    }
    /// A click at a line's mark, with the pointer there.
    void click(int line, Qt::MouseButton button = Qt::LeftButton) const {
        hover(true);
        QTRY_VERIFY(std::ranges::contains(marks()->marks(), line, &editor::FoldMark::line));
        const int y = marks()->mapFrom(&view(), QPoint(0, view().cursorToCoordinate({line, 0}).y() + 6)).y();
        QTRY_VERIFY(marks()->isVisible() && marks()->mask().contains(QPoint(marks()->width() / 2, y)));
        QTest::mouseClick(marks(), button, Qt::NoModifier, {marks()->width() / 2, y});
    }
    void hover(bool is) const {
        QWidget* beside = border();
        QVERIFY(beside);
        if (is) {
            QEnterEvent event({5, 20}, {5, 20}, beside->mapToGlobal(QPointF(5, 20)));
            QCoreApplication::sendEvent(beside, &event);
        } else {
            QEvent event(QEvent::Leave);
            QCoreApplication::sendEvent(beside, &event);
        }
    }

    static Folds rangesOf(const std::string& text) {
        const auto tree = dockerfile::SyntaxTree::parse(text);
        Folds out;
        for (const auto& range : language::foldingRanges(*tree, dockerfile::outline(*tree)))
            out.push_back({static_cast<int>(range.line) - 1, static_cast<int>(range.endLine) - 1});
        return out;
    }

private Q_SLOTS:
    void initTestCase() {
        test::prepare();
        m_theme = new theme::Theme(this);
        m_page = std::make_unique<test::WrittenPage>(*m_theme);
    }
    void cleanupTestCase() { m_page.reset(); }

    void whatIsFoldedIsWhatTheTreeSays_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("folded");
        const auto row = [](const char* name, const char* text, int line, const char* folded) {
            QTest::newRow(name) << QString::fromUtf8(text) << line << QString::fromUtf8(folded);
        };
        row("a stage without the comment of the next", "FROM a\nRUN b\n\n# c\n# d\nFROM e\nRUN f\n", 1, "0-1");
        row("a comment", "FROM a\n# b\n# c\n# d\nRUN e\n", 2, "1-3");
        row("of several the smallest", "FROM a\nRUN b \\\n  c\nRUN d\n", 2, "1-2");
        row("what isn't in it", "FROM a\nRUN b \\\n  c\nRUN d\n", 3, "0-3");
        row("a document that doesn't end", "FROM a\nRUN <<X\nb\nc\n", 2, "1-3");
        row("documents of different lines", "FROM a\nCOPY <<X \\\n  <<Y /\nb\nX\nc\nY\nRUN d\n", 5, "5-6");
        row("the last of four documents", "FROM a\nCOPY <<A <<B <<C <<D /\na\nA\nb\nB\nc\nC\nd\nD\nRUN e\n", 8, "8-9");
        row("a keyword in two lines", "FROM a\nRU\\\nN b\nRUN c\n", 2, "1-2");
        row("a script's open quote", "FROM a\nRUN <<X\necho \"b\nX\nRUN c\nUSER d\n", 2, "1-3");
        row("above the first FROM", "# a\n\nARG b \\\n  c=d\nFROM e\n", 3, "2-3");
        row("nothing", "FROM a\n", 0, "");
    }
    void whatIsFoldedIsWhatTheTreeSays() {
        QFETCH(QString, text);
        QFETCH(int, line);
        QFETCH(QString, folded);
        open(text);
        toggleAt(line);
        QTRY_COMPARE(shown(folds()), folded);
        // The cursor is in view, and a second time opens it.
        if (const Folds closed = folds(); !closed.empty()) {
            QCOMPARE(view().cursorPosition().line(), closed.front().line);
            folding().toggleHere();
            QTRY_COMPARE(shown(folds()), QString());
        }
        QCOMPARE(document().text(), text);
    }

    void everySampleFoldsFromEveryLine() {
        open(u"FROM a\n"_s);
        std::size_t tried = 0;
        for (const std::string& text : sampleTexts()) {
            const QString wide = QString::fromStdString(text);
            if (wide.contains(u'\r') || wide.toStdString() != text || text.size() > 4000)
                continue;
            write(wide);
            for (const Fold& range : rangesOf(text)) {
                const Folds all = rangesOf(text);
                for (int line = range.line; line <= range.endLine; ++line) {
                    const auto last = std::ranges::find_last_if(all, [&](const Fold& one) { return one.has(line); });
                    if (*last.begin() != range)
                        continue;
                    toggleAt(line);
                    QTRY_COMPARE(shown(folds()), shown({range}));
                    folding().openAll();
                    ++tried;
                    break;
                }
            }
        }
        QVERIFY(tried > 20);
    }

    void allIsFoldedAndUnfolded() {
        open(kStages);
        view().setCursorPosition({8, 2});
        folding().closeAll();
        QTRY_COMPARE(shown(folds()), u"0-1 3-8 10-11 12-17"_s);
        QCOMPARE(view().cursorPosition().line(), 3);
        folding().openAll();
        QCOMPARE(shown(folds()), QString());
        folding().closeComments();
        QTRY_COMPARE(shown(folds()), u"0-1 4-6 10-11"_s);
        // What was folded before stays so in what is folded now.
        folding().closeAll();
        QTRY_COMPARE(shown(folds()), u"0-1 3-8 4-6 10-11 12-17"_s);
        view().setCursorPosition({3, 0});
        folding().toggleHere();
        QCOMPARE(shown(folds()), u"0-1 4-6 10-11 12-17"_s);
        QCOMPARE(document().text(), kStages);
    }

    void whereThereIsNothingToFoldItIsSaid() {
        open(u"FROM a\n"_s);
        QSignalSpy said(&m_page->page(), &editor::DocumentPage::said);
        folding().closeComments();
        QTRY_COMPARE(said.size(), 1);
        folding().closeAll();
        QTRY_COMPARE(said.size(), 2);
    }

    void cursorsSelectionAndScrollPositionStay() {
        open(kStages + u"RUN o\n"_s.repeated(200));
        view().setCursorPosition({14, 0});
        view().setSelection({13, 2, 14, 1});
        view().setScrollPosition({100, 0});
        const int top = view().firstDisplayedLine();
        QVERIFY(top > 50);
        editor::setFolds(view(), {{0, 1}, {4, 6}});
        QCOMPARE(view().firstDisplayedLine(), top);
        editor::setFolds(view(), {{0, 1}, {4, 6}, {150, 160}});
        QCOMPARE(view().firstDisplayedLine(), top);
        QCOMPARE(view().cursorPosition(), KTextEditor::Cursor(14, 0));
        QCOMPARE(view().selectionRange(), KTextEditor::Range(13, 2, 14, 1));
        view().removeSelection();
        const QList<KTextEditor::Cursor> cursors{{8, 1}, {13, 2}, {17, 3}};
        view().setCursorPositions(cursors);
        editor::setFolds(view(), {{0, 1}});
        QCOMPARE(view().cursorPositions(), cursors);
        // One that would type where nothing is seen goes.
        editor::setFolds(view(), {{12, 17}});
        QCOMPARE(view().cursorPositions(), QList<KTextEditor::Cursor>{cursors.front()});
        QVERIFY(!view().configValue(u"dynamic-word-wrap"_s).toBool());
        view().setConfigValue(u"dynamic-word-wrap"_s, true);
        editor::setFolds(view(), {{4, 6}});
        QVERIFY(view().configValue(u"dynamic-word-wrap"_s).toBool());
        view().setConfigValue(u"dynamic-word-wrap"_s, false);
    }

    // The component alone would open a comment for an edit anywhere below it.
    void editsElsewhereLeaveWhatIsFolded() {
        m_page = std::make_unique<test::WrittenPage>(*m_theme);  // whose file is as it was opened, and can be saved
        open(kStages);
        folding().closeComments();
        QTRY_COMPARE(shown(folds()), u"0-1 4-6 10-11"_s);
        view().setCursorPosition({8, 3});
        m_page->type(u"xyz"_s);
        QCOMPARE(shown(folds()), u"0-1 4-6 10-11"_s);
        m_page->key(Qt::Key_Return);
        QCOMPARE(shown(folds()), u"0-1 4-6 11-12"_s);
        view().setCursorPosition({2, 0});
        m_page->key(Qt::Key_Return);
        QCOMPARE(shown(folds()), u"0-1 5-7 12-13"_s);
        for (int i = 0; i < 3; ++i)
            view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QTRY_COMPARE(shown(folds()), u"0-1 4-6 10-11"_s);
        QCOMPARE(document().text(), kStages);
        // At its own first line it opens, and the text stays whole.
        view().setCursorPosition({4, 3});
        m_page->type(u"!"_s);
        QCOMPARE(shown(folds()), u"0-1 10-11"_s);
        QVERIFY(document().text().contains(u"# e!\n# f\n# g\n"_s));
        const QFuture<Result<>> saved = m_page->page().document().save();
        QTRY_VERIFY(saved.isFinished());
        QVERIFY(saved.result().has_value());
        QCOMPARE(shown(folds()), u"0-1 10-11"_s);
    }

    void aFoldGrowsWithWhatTheOtherViewWritesIntoIt() {
        open(kStages);
        m_page->page().setSplit(true);
        KTextEditor::View& first = m_page->page().panes().front()->view();
        KTextEditor::View& second = m_page->page().panes().back()->view();
        m_page->page().panes().front()->folding().closeAll();
        QTRY_COMPARE(shown(editor::foldsOf(first)), u"0-1 3-8 10-11 12-17"_s);
        QCOMPARE(shown(editor::foldsOf(second)), QString());
        document().insertText({8, 3}, u"\nUSER o\nUSER p"_s);
        m_page->analyse();
        QTRY_COMPARE(shown(editor::foldsOf(first)), u"0-1 3-10 12-13 14-19"_s);
        m_page->page().setSplit(false);
    }

    void goingIntoAFoldOpensIt() {
        open(kStages);
        folding().closeAll();
        QTRY_COMPARE(shown(folds()), u"0-1 3-8 10-11 12-17"_s);
        view().setCursorPosition({7, 0});
        QTRY_COMPARE(shown(folds()), u"0-1 10-11 12-17"_s);
        QCOMPARE(view().cursorPosition().line(), 7);
        m_page->page().goTo(15);
        QTRY_COMPARE(shown(folds()), u"0-1 10-11"_s);
        QVERIFY(view().cursorToCoordinate({14, 0}).y() >= 0);
    }

    void aMarkFoldsTheTreesRange() {
        open(kStages);
        QTest::qWait(0);
        click(3);
        QTRY_COMPARE(closed(), u"3-8"_s);
        click(3);
        QTRY_COMPARE(closed(), QString());
        click(13);
        QTRY_COMPARE(closed(), u"13-15"_s);
    }

    void theRightButtonFoldsWhatIsWithin() {
        open(kStages);
        click(3, Qt::RightButton);
        QTRY_COMPARE(closed(), u"4-6 7-8"_s);
        click(3, Qt::RightButton);
        QTRY_COMPARE(closed(), QString());
        // What is closed as a whole shows what is in it.
        click(3);
        QTRY_COMPARE(closed(), u"3-8"_s);
        click(3, Qt::RightButton);
        QTRY_COMPARE(closed(), u"4-6 7-8"_s);
        click(13, Qt::RightButton);
        QCOMPARE(closed(), u"4-6 7-8"_s);
        // The border has a menu for this button, and it stays away.
        QContextMenuEvent asked(QContextMenuEvent::Mouse, {5, 5}, marks()->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(marks(), &asked);
        QVERIFY(!QApplication::activePopupWidget());
    }

    void whatCanBeFoldedIsMarkedWhileThePointerIsBesideTheText() {
        open(kStages);
        QCOMPARE(marked(), QString());
        hover(true);
        QTRY_COMPARE(marked(), u"0v 3v 4v 7v 10v 12v 13v"_s);
        click(4);
        QTRY_COMPARE(marked(), u"0v 3v 4> 7v 10v 12v 13v"_s);
        hover(false);
        QTRY_COMPARE(marked(), u"4>"_s);
        // It goes with its line, and what isn't known yet is marked once it is.
        document().insertLine(0, u"# x"_s);
        QCOMPARE(marked(), u"5>"_s);
        hover(true);
        QTRY_COMPARE(marked(), u"0v 4v 5> 8v 11v 13v 14v"_s);
        view().setConfigValue(u"folding-bar"_s, false);
        QTRY_VERIFY(!marks()->isVisible());
        view().setConfigValue(u"folding-bar"_s, true);
        QTRY_VERIFY(marks()->isVisible());
        click(5);
        QTRY_COMPARE(shown(folds()), QString());
        hover(false);
    }

    void everyRangeOfTheTreeHasAMark_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the parts of many documents")
            << u"FROM a\nCOPY <<A <<B <<C <<D /\na\nA\nb\nB\nc\nC\nd\nD\nRUN e\n"_s << u"0v 1v 2v 4v 6v 8v"_s;
        QTest::newRow("a keyword in two lines") << u"FROM a\nRU\\\nN b\nRUN c\n"_s << u"0v 1v"_s;
    }
    void everyRangeOfTheTreeHasAMark() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        open(text);
        hover(true);
        QTRY_COMPARE(marked(), expected);
        for (const editor::FoldMark& mark : std::vector(marks()->marks())) {
            click(mark.line);
            QTRY_COMPARE(folds().size(), 1U);
            QCOMPARE(folds().front().line, mark.line);
            click(mark.line);
            QTRY_VERIFY(folds().empty());
        }
        hover(false);
    }

    // The component's own commands know its syntax alone.
    void whatTheComponentFoldsGivesWayToTheTree() {
        open(kStages);
        view().setCursorPosition({3, 0});
        view().actionCollection()->action(u"folding_toggle_current"_s)->trigger();
        QTRY_COMPARE(shown(folds()), u"3-8"_s);
        folding().openAll();
        // A region of a script is none of the tree's, and stays what it is.
        write(u"FROM a\nRUN <<X\nif b; then\n  c\nfi\nX\n\n# d\n# e\nFROM f\nUSER g\n"_s);
        for (const int line : {2, 0}) {
            view().setCursorPosition({line, 0});
            view().actionCollection()->action(u"folding_toggle_current"_s)->trigger();
        }
        QCOMPARE(shown(folds()), u"0-8 2-3"_s);
        QTRY_COMPARE(shown(folds()), u"0-5 2-3"_s);
    }

    void ofThousandsThoseAroundTheCursorAreFolded() {
        QString text;
        for (int i = 0; i < 3000; ++i)
            text += u"FROM a\nRUN b\n"_s;
        open(text);
        view().setCursorPosition({4000, 0});
        QSignalSpy said(&m_page->page(), &editor::DocumentPage::said);
        folding().closeAll();
        QTRY_COMPARE(folds().size(), 250);
        QCOMPARE(said.size(), 1);
        QVERIFY(folds().front().line >= 3750);
        QVERIFY(folds().back().line <= 4250);
        folding().openAll();
    }
};

QTEST_MAIN(FoldsTest)
#include "folds_test.moc"
