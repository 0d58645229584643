// The list of what can be written, in a real view by real keys: when it comes, and which keys it leaves alone.
#include "assist/completion_model.h"
#include "assist/completion_popup.h"
#include "assist/signature_card.h"
#include "assist/snippet_fields.h"
#include "written_page.h"

#include "fixtures/fixture.h"

#include <QTreeView>

#include <KActionCollection>

using namespace Qt::StringLiterals;
using namespace slipway;

class CompletionTest : public QObject {
    Q_OBJECT

    theme::Theme* m_theme = nullptr;

    static QStringList labels(const test::WrittenPage& page) {
        QStringList out;
        for (const language::Completion& item : page.page().pane().completion().model().items())
            out << QString::fromStdString(item.label);
        return out;
    }

private Q_SLOTS:
    void initTestCase() {
        test::prepare();
        m_theme = new theme::Theme(this);
    }

    void theListComesByItselfAndLeavesReturnAlone() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"|"_s);
        page.type(u"FRO"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        QVERIFY2(labels(page).contains(u"FROM"_s), qPrintable(labels(page).join(u' ')));
        page.key(Qt::Key_Return);
        QCOMPARE(page.text(), u"FRO\n"_s);
        QVERIFY(!page.view().isCompletionActive());
    }

    void tabTakesTheFirstThatBeginsSo() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"|"_s);
        page.type(u"fro"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_Tab);
        QCOMPARE(page.text(), u"FROM "_s);
    }

    void whatAnArrowChoseIsTakenByReturn() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\n|"_s);
        page.type(u"E"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        QCOMPARE(labels(page), (QStringList{u"ENTRYPOINT"_s, u"ENV"_s, u"EXPOSE"_s}));
        page.key(Qt::Key_Down);
        page.key(Qt::Key_Down);
        page.key(Qt::Key_Return);
        QCOMPARE(page.line(), u"ENV "_s);
    }

    void typingOnNarrowsTheListAndGoesWhereNothingFits() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\n|"_s);
        page.type(u"E"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        page.type(u"X"_s);
        QVERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_Tab);
        QCOMPARE(page.line(), u"EXPOSE "_s);
        page.open(u"Dockerfile.b"_s, u"FROM scratch\n|"_s);
        page.type(u"E"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        page.type(u"Q"_s);
        QVERIFY(!page.view().isCompletionActive());
        page.key(Qt::Key_Tab);
        QVERIFY2(page.line().startsWith(u"EQ"_s) && page.line().size() > 2, qPrintable(page.line()));
    }

    void tagsComeOfARegistryThatIsAsked() {
        fixtures::Fixture registry(u"registry"_s, {});
        QVERIFY2(registry.start(), qPrintable(registry.error()));
        const QString name = registry[u"ADDRESS"_s] + u"/none"_s;
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM "_s + name + u'|');
        page.type(u":"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        QCOMPARE(labels(page), QStringList{name + u":…"_s});
        const auto detail = [&] { return page.page().pane().completion().model().items().front().detail; };
        QVERIFY2(detail().starts_with("ask "), detail().c_str());
        page.key(Qt::Key_Tab);
        // What it says is shown in the same place; the text stays as it was.
        QTRY_VERIFY2(detail().contains("has no none"), detail().c_str());
        QVERIFY(page.view().isCompletionActive());
        QCOMPARE(page.line(), u"FROM "_s + name + u':');
    }

    void escapeHomeAndEndDoWhatTheyAlwaysDo() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\n| x"_s);
        page.type(u"R"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_Escape);
        QVERIFY(!page.view().isCompletionActive());
        QCOMPARE(page.line(), u"R x"_s);
        page.type(u"U"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_End);
        QVERIFY(!page.view().isCompletionActive());
        QCOMPARE(page.view().cursorPosition().column(), 4);
        page.key(Qt::Key_Home);
        QCOMPARE(page.view().cursorPosition().column(), 0);
    }

    void theKeyForItShowsAllThatFits() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS first\nFROM scratch\nCOPY --from=|"_s);
        page.page().pane().completion().completeNow();
        QTRY_VERIFY(page.view().isCompletionActive());
        QVERIFY2(labels(page).contains(u"first"_s), qPrintable(labels(page).join(u' ')));
        page.key(Qt::Key_Return);  // asked for: the first is chosen
        QCOMPARE(page.line(), u"COPY --from=first"_s);
    }

    void aFlagThatTakesAValueGoesOnWithIt() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS first\nFROM scratch\nCOPY |"_s);
        page.type(u"--fr"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_Tab);
        QCOMPARE(page.line(), u"COPY --from="_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        QVERIFY2(labels(page).contains(u"first"_s), qPrintable(labels(page).join(u' ')));
    }

    void filesAreThoseOfTheContext() {
        test::WrittenPage page(*m_theme);
        page.write(u".dockerignore"_s, "ignored.txt\n");
        page.write(u"ignored.txt"_s, "x");
        page.write(u"shown.txt"_s, "x");
        page.write(u"sub/inner.txt"_s, "x");
        page.open(u"Dockerfile"_s, u"FROM scratch\nCOPY|"_s);
        page.type(u" "_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        QVERIFY2(labels(page).contains(u"shown.txt"_s) && labels(page).contains(u"sub"_s),
                 qPrintable(labels(page).join(u' ')));
        QVERIFY(!labels(page).contains(u"ignored.txt"_s));
        page.type(u"su"_s);
        page.key(Qt::Key_Tab);
        QCOMPARE(page.line(), u"COPY sub/"_s);
        QTRY_COMPARE(labels(page), QStringList{u"inner.txt"_s});
    }

    void theRestOfAWordThatEndsInTheSameWayIsReplaced() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS runtime\nFROM scratch\nCOPY --from=run|time /x /x"_s);
        page.page().pane().completion().completeNow();
        QTRY_VERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_Return);
        QCOMPARE(page.line(), u"COPY --from=runtime /x /x"_s);
    }

    void theListIsAskedForAnewWhereAnotherThingBegins() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch AS first\n|"_s);
        page.type(u"FROM "_s);
        QTRY_VERIFY2(labels(page).contains(u"first"_s), qPrintable(labels(page).join(u'|')));
        QTRY_VERIFY(page.view().isCompletionActive());
        page.open(u"Dockerfile.b"_s, u"FROM scratch\n|"_s);
        page.type(u"RUN --"_s);
        QTRY_VERIFY2(labels(page).contains(u"--mount"_s), qPrintable(labels(page).join(u'|')));
        page.type(u"mount="_s);
        QTRY_VERIFY2(labels(page).contains(u"type"_s), qPrintable(labels(page).join(u'|')));
        QTRY_VERIFY(page.view().isCompletionActive());
    }

    void inTheMiddleOfAWordItsRestIsReplaced_data() {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("made");
        QTest::newRow("keyword") << u"WOR|KDIR /x"_s << u"WORKDIR"_s << u"WORKDIR /x"_s;
        QTest::newRow("keyword in small letters") << u"wor|kdir /x"_s << u"WORKDIR"_s << u"WORKDIR /x"_s;
        QTest::newRow("end of a keyword") << u"WOR| /x"_s << u"WORKDIR"_s << u"WORKDIR /x"_s;
        QTest::newRow("folder") << u"COPY we|b/index.html /x"_s << u"web"_s << u"COPY web/index.html /x"_s;
        QTest::newRow("file") << u"COPY ma|in.py /x"_s << u"main.py"_s << u"COPY main.py /x"_s;
        QTest::newRow("another word") << u"COPY ma|ster /x"_s << u"main.py"_s << u"COPY main.pyster /x"_s;
    }
    void inTheMiddleOfAWordItsRestIsReplaced() {
        QFETCH(QString, marked);
        QFETCH(QString, label);
        QFETCH(QString, made);
        test::WrittenPage page(*m_theme);
        page.write(u"web/index.html"_s, "x");
        page.write(u"main.py"_s, "x");
        page.open(u"Dockerfile"_s, u"FROM scratch\n"_s + marked);
        page.page().pane().completion().completeNow();
        QTRY_VERIFY(page.view().isCompletionActive());
        QVERIFY2(labels(page).contains(label), qPrintable(labels(page).join(u'|')));
        page.key(Qt::Key_Tab);
        QCOMPARE(page.line(), made);
    }

    void aSnippetsPlacesAreFilledInOneAfterAnother() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\n|"_s);
        page.type(u"RUN"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        const auto at = labels(page).indexOf(u"RUN apk add"_s);
        QVERIFY2(at >= 0, qPrintable(labels(page).join(u'|')));
        for (qsizetype i = 0; i <= at; ++i)
            page.key(Qt::Key_Down);
        page.key(Qt::Key_Return);
        QTRY_COMPARE(page.text(), u"FROM scratch\nRUN apk add --no-cache package\n"_s);
        page.type(u"curl"_s);
        QCOMPARE(page.text(), u"FROM scratch\nRUN apk add --no-cache curl\n"_s);
        // Behind the last place the snippet is at its end, and Tab is what it always is.
        page.key(Qt::Key_Tab);
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(2, 0));
        page.key(Qt::Key_Tab);
        QVERIFY2(page.view().cursorPosition().column() > 0 && page.line().trimmed().isEmpty(), qPrintable(page.text()));
    }

    void tabGoesThroughASnippetsPlacesAndBack() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"|"_s);
        assist::SnippetFields fields(page.view(), *m_theme);
        fields.begin({0, 0, 0, 0}, "FROM ${1:image} AS ${2:build}\nRUN ${3:make}\n");
        const auto key = [&](Qt::Key one) { return fields.keyPressed(one, Qt::NoModifier); };
        QCOMPARE(page.text(), u"FROM image AS build\nRUN make\n"_s);
        QCOMPARE(page.view().selectionText(), u"image"_s);
        page.type(u"debian"_s);
        QVERIFY(key(Qt::Key_Tab));
        QCOMPARE(page.view().selectionText(), u"build"_s);
        QVERIFY(key(Qt::Key_Backtab));
        QCOMPARE(page.view().selectionText(), u"debian"_s);
        QVERIFY(key(Qt::Key_Tab) && key(Qt::Key_Tab));
        QCOMPARE(page.view().selectionText(), u"make"_s);
        QVERIFY(key(Qt::Key_Tab));
        QVERIFY(!fields.isActive());
        QCOMPARE(page.view().cursorPosition(), KTextEditor::Cursor(2, 0));
        QCOMPARE(page.text(), u"FROM debian AS build\nRUN make\n"_s);
        for (int i = 0; i < 10 && !page.text().isEmpty(); ++i)
            page.view().actionCollection()->action(u"edit_undo"_s)->trigger();
        QCOMPARE(page.text(), QString());
        // Return ends it, and so does whoever goes elsewhere.
        fields.begin({0, 0, 0, 0}, "USER ${1:user}\n");
        QVERIFY(!key(Qt::Key_Return));
        QVERIFY(!fields.isActive() && !key(Qt::Key_Tab));
        fields.begin({0, 0, 0, 0}, "COPY ${1:source} ${2:to}\n");
        page.view().setCursorPosition({0, 12});
        QVERIFY(fields.isActive());
        page.view().setCursorPosition({0, 2});
        QVERIFY(!fields.isActive());
    }

    void theFormOfTheInstructionStandsAboveUntilEscape() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nCOPY|"_s);
        page.type(u" "_s);
        auto& card = page.page().pane().completion().card();
        QTRY_VERIFY(card.isVisible());
        QVERIFY2(card.text().startsWith(u"COPY "_s), qPrintable(card.text()));
        page.key(Qt::Key_Escape);
        page.key(Qt::Key_Escape);
        QVERIFY(!card.isVisible());
        QCOMPARE(page.line(), u"COPY "_s);
        // A command's words have no places.
        page.open(u"Dockerfile.b"_s, u"FROM scratch\nRUN a|"_s);
        page.type(u"p"_s);
        QTest::qWait(200);  // nothing must come: there is no event to wait for
        QVERIFY(!page.page().pane().completion().card().isVisible());
        // Where one begins, the card that came for the flags goes, and leaves the lines above to be read.
        page.open(u"Dockerfile.c"_s, u"FROM scratch\nRUN|"_s);
        auto& completion = page.page().pane().completion();
        page.type(u" "_s);
        QTRY_VERIFY(completion.card().isVisible());
        page.type(u"m"_s);
        QTRY_VERIFY(!completion.card().isVisible());
        // Who asks for it keeps it.
        completion.showForm();
        QTRY_VERIFY(completion.card().isVisible());
        page.type(u"ake"_s);
        QTest::qWait(200);  // it must not go
        QVERIFY(completion.card().isVisible());
    }

    void theFormGoesWhereTheTextMovesAway() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"FROM scratch\nCOPY|"_s);
        const auto& card = page.page().pane().completion().card();
        page.type(u" "_s);
        QTRY_VERIFY(card.isVisible());
        page.area->resize(page.area->width() - 100, page.area->height());
        QTRY_VERIFY(!card.isVisible());
    }

    // The list of a line low on the screen opens above it.
    void theFormLeavesTheListFree() {
        test::WrittenPage page(*m_theme);
        page.write(u"shown.txt"_s, "x");
        page.open(u"Dockerfile"_s, u"FROM scratch\nCOPY|"_s);
        for (const bool low : {false, true}) {
            const QRect screen = page.area->screen()->availableGeometry();
            page.area->move(40, low ? screen.bottom() - 120 : 150);
            page.type(u" "_s);
            auto& card = page.page().pane().completion().card();
            QTRY_VERIFY(card.isVisible() && page.view().isCompletionActive());
            const auto listRect = [&] {
                for (auto* tree : page.view().window()->findChildren<QTreeView*>()) {
                    if (tree->isVisible() && tree->model() && tree->model()->inherits("KateCompletionModel"))
                        return QRect(tree->mapToGlobal(QPoint(0, 0)), tree->size());
                }
                return QRect();
            };
            QTRY_VERIFY(!listRect().isEmpty() && !listRect().intersects(card.geometry()));
            page.key(Qt::Key_Escape);
            page.key(Qt::Key_Escape);
            page.key(Qt::Key_Backspace);
        }
        // Scrolled to the side, the card stays with the text.
        page.open(u"Dockerfile.wide"_s, u"FROM scratch\nCOPY "_s + QString(400, u'x') + u'|');
        page.type(u" "_s);
        auto& card = page.page().pane().completion().card();
        QTRY_VERIFY(card.isVisible());
        QVERIFY(card.geometry().left() >= page.view().mapToGlobal(QPoint(0, 0)).x());
    }

    // Whoever writes without a look at the list finds what was written, whether the list had time to come or not.
    void whatIsTypedStandsThereAsItWasTyped_data() {
        QTest::addColumn<bool>("hasty");
        QTest::newRow("with time for the list") << false;
        QTest::newRow("key upon key") << true;
    }
    void whatIsTypedStandsThereAsItWasTyped() {
        QFETCH(bool, hasty);
        test::WrittenPage page(*m_theme);
        page.write(u"app.py"_s, "x");
        page.write(u"web/index.html"_s, "x");
        page.open(u"Dockerfile"_s, u"|"_s);
        const QString typed =
            u"# syntax=docker/dockerfile:1\n"
            "ARG BASE=debian:13-slim\n"
            "FROM ${BASE} AS build\n"
            "ENV PATH=/opt/bin:$PATH LANG=\"C.UTF-8\"\n"
            "WORKDIR /src\n"
            "COPY --chown=1000:1000 app.py web ./\n"
            "RUN --mount=type=cache,target=/var/cache/apt apt-get update \\\n"
            "&& apt-get install -y --no-install-recommends \\\n"
            "curl \\\n"
            "git\n"
            "RUN <<EOF\n"
            "set -e\n"
            "for i in 1 2; do echo \"$i\"; done\n"
            "EOF\n"
            "\n"
            "from build\n"
            "copy --from=build /src/app.py /app.py\n"
            "EXPOSE 8080/tcp\n"
            "USER 1000\n"
            "HEALTHCHECK --interval=5s CMD [\"/bin/true\"]\n"
            "ENTRYPOINT [\"python3\", \"/app.py\"]\n"
            "CMD [\"-v\"]\n"_s;
        for (const QChar each : typed) {
            if (each == u'\n')
                page.key(Qt::Key_Return);
            else
                page.type(QString(each));
            if (!hasty) {
                page.project.quickThread().waitForDone();
                QCoreApplication::processEvents();
            }
        }
        QString expected = typed;
        for (const auto& word : {u"&& apt-get install"_s, u"curl"_s, u"git"_s})
            expected.replace(u'\n' + word, u"\n    "_s + word);
        QCOMPARE(page.text(), expected);
    }

    void whatIsTypedInManyLinesAtOnceStandsInEach() {
        test::WrittenPage page(*m_theme);
        page.open(u"Dockerfile"_s, u"run a\nrun b\nrun c\n|"_s);
        const auto type = [&] {
            for (const QChar each : u"RUN"_s) {
                page.type(QString(each));
                page.project.quickThread().waitForDone();
                QCoreApplication::processEvents();
                QVERIFY(!page.view().isCompletionActive());
            }
        };
        page.view().setBlockSelection(true);
        page.view().setCursorPosition({2, 3});
        page.view().setSelection({0, 0, 2, 3});
        type();
        QCOMPARE(page.text(), u"RUN a\nRUN b\nRUN c\n"_s);
        page.view().setBlockSelection(false);
        page.view().setCursorPositions({{0, 0}, {1, 0}, {2, 0}});
        type();
        QCOMPARE(page.text(), u"RUNRUN a\nRUNRUN b\nRUNRUN c\n"_s);
        page.key(Qt::Key_Return);
        QCOMPARE(page.text(), u"RUN\nRUN a\nRUN\nRUN b\nRUN\nRUN c\n"_s);
    }

    void otherFilesHaveNoListOfOurs() {
        test::WrittenPage page(*m_theme);
        page.open(u"notes.txt"_s, u"|"_s);
        page.type(u"FRO"_s);
        QTest::qWait(200);  // nothing must come: there is no event to wait for
        QVERIFY(!page.view().isCompletionActive());
    }

    // In a program's text the words that it has come: by themselves behind three letters, and by the key.
    void otherFilesHaveAListOfTheirWords() {
        test::WrittenPage page(*m_theme);
        page.open(u"app.py"_s, u"def configuration(): pass\n|"_s);
        page.type(u"con"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_Return);
        QCOMPARE(page.text(), u"def configuration(): pass\ncon\n"_s);
        page.type(u"conf"_s);
        QTRY_VERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_Escape);
        QTRY_VERIFY(!page.view().isCompletionActive());
        page.page().pane().completion().completeNow();
        QTRY_VERIFY(page.view().isCompletionActive());
        page.key(Qt::Key_Return);
        QCOMPARE(page.text(), u"def configuration(): pass\ncon\nconfiguration"_s);
        // Prose has it by the key alone.
        page.open(u"README.md"_s, u"the configuration\n|"_s);
        page.type(u"conf"_s);
        QTest::qWait(400);  // nothing must come: there is no event to wait for
        QVERIFY(!page.view().isCompletionActive());
        page.page().pane().completion().completeNow();
        QTRY_VERIFY(page.view().isCompletionActive());
    }
};

QTEST_MAIN(CompletionTest)
#include "completion_test.moc"
