// What Return does to a Dockerfile besides ending a line.
#include "assist/return_format.h"
#include "written_page.h"

#include <KActionCollection>

using namespace Qt::StringLiterals;
using namespace slipway;

class ReturnTest : public QObject {
    Q_OBJECT

    theme::Theme* m_theme = nullptr;

private Q_SLOTS:
    void initTestCase() {
        test::prepare();
        m_theme = new theme::Theme(this);
    }

    void aLineThatGoesOnIsIndentedBelow() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nrun  a \\|\n"_s);
        page.key(Qt::Key_Return);
        QTRY_COMPARE(page.text(), u"FROM scratch\nrun  a \\\n    \n"_s);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(2, 4));
        page.type(u"b \\"_s);
        page.key(Qt::Key_Return);
        QTRY_COMPARE(page.view().cursorPosition(), KTextEditor::Cursor(3, 4));
        QCOMPARE(page.text(), u"FROM scratch\nrun  a \\\n    b \\\n    \n"_s);
    }

    void whatFollowsAnInstructionOfSeveralLinesIsNotIndented() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nRUN a && \\\n    b|\nUSER c\n"_s);
        page.key(Qt::Key_Return);
        QTRY_COMPARE(page.view().cursorPosition(), KTextEditor::Cursor(3, 0));
        QCOMPARE(page.text(), u"FROM scratch\nRUN a && \\\n    b\n\nUSER c\n"_s);
        // Nor what is pushed down, and an empty line neither.
        page.key(Qt::Key_Return);
        QTRY_COMPARE(page.view().cursorPosition(), KTextEditor::Cursor(4, 0));
        QCOMPARE(page.text(), u"FROM scratch\nRUN a && \\\n    b\n\n\nUSER c\n"_s);
        page.open(u"Dockerfile.second"_s, u"FROM scratch\nRUN a && \\\n    b\n|USER c\n"_s);
        page.key(Qt::Key_Return);
        QTRY_COMPARE(page.text(), u"FROM scratch\nRUN a && \\\n    b\n\nUSER c\n"_s);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(4, 0));
    }

    void anInstructionThatEndsIsFormattedWhereThatIsWanted() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nworkdir   /a|\n"_s);
        page.key(Qt::Key_Return);
        QTest::qWait(150);  // nothing must come: there is no event to wait for
        QCOMPARE(page.text(), u"FROM scratch\nworkdir   /a\n\n"_s);
        page.page().pane().returnFormat().setFormats(true);
        page.type(u"copy  x   /"_s);
        page.key(Qt::Key_Return);
        QTRY_COMPARE(page.text(), u"FROM scratch\nworkdir   /a\nCOPY x /\n\n"_s);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(3, 0));
        // It is a step of its own: who doesn't like it takes it back.
        page.view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QCOMPARE(page.text(), u"FROM scratch\nworkdir   /a\ncopy  x   /\n\n"_s);
    }

    // However fast the next key comes: the line is where it stays.
    void theNextKeyFindsTheLineAsItStays() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\n|"_s);
        page.type(u"RUN a \\"_s);
        page.key(Qt::Key_Return);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(2, 4));
        page.type(u"b"_s);
        page.key(Qt::Key_Return);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(3, 0));
        page.type(u"USER c"_s);
        QCOMPARE(page.text(), u"FROM scratch\nRUN a \\\n    b\nUSER c"_s);
    }

    void aLineEndAndItsIndentationAreUndoneAtOnce() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nRUN a \\|\n"_s);
        page.key(Qt::Key_Return);
        QCOMPARE(page.text(), u"FROM scratch\nRUN a \\\n    \n"_s);
        page.view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QCOMPARE(page.text(), u"FROM scratch\nRUN a \\\n"_s);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(1, 7));
    }

    void anotherKindOfFileIsLeftAlone() {
        test::WrittenPage page(*m_theme);
        page.open(u"notes.txt"_s, u"run  a \\|\n"_s);
        page.page().pane().returnFormat().setFormats(true);
        page.key(Qt::Key_Return);
        QTest::qWait(150);  // nothing must come: there is no event to wait for
        QCOMPARE(page.text(), u"run  a \\\n\n"_s);
    }
};

QTEST_MAIN(ReturnTest)
#include "return_test.moc"
