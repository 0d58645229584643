#include "project/view_lines.h"
#include "project/problems.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace slipway::project;

namespace {

QString at(const Place& place) { return u"%1:%2"_s.arg(place.line).arg(place.column); }

}  // namespace

class ViewLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextThatIsShownAsItIsHasTheSamePlaces() {
        const auto lines = ViewLines::between(u"a\nb\n", u"a\nb\n");
        QVERIFY(lines && lines->areText());
        QCOMPARE(at(lines->shownAt(Place{2, 1})), u"2:1"_s);
        QCOMPARE(at(lines->inText(Place{2, 1})), u"2:1"_s);
    }

    void anotherTextHasNoPlaces() {
        QVERIFY(!ViewLines::between(u"a\nb\n", u"a\nc\n"));
        QVERIFY(!ViewLines::between(u"a\nb\n", u"a\nb"));
        QVERIFY(!ViewLines::between(u"a\nb", u"a\nb\nc"));
    }

    void lineEndsAreFoundAgain() {
        const auto lines = ViewLines::between(u"FROM a\nRUN 123456\nUSER b\n", u"FROM a\nRUN \n123\n456\nUSER b\n");
        QVERIFY(lines && !lines->areText());
        QCOMPARE(at(lines->shownAt(Place{2, 4})), u"2:4"_s);
        QCOMPARE(at(lines->shownAt(Place{2, 5})), u"3:1"_s);
        QCOMPARE(at(lines->shownAt(Place{2, 8})), u"4:1"_s);
        QCOMPARE(at(lines->shownAt(Place{2, 11})), u"4:4"_s);
        QCOMPARE(lines->shownAt(3), 5);
        QCOMPARE(lines->shownEnd(1), 1);
        QCOMPARE(lines->shownEnd(2), 4);
        QCOMPARE(at(lines->inText(Place{4, 2})), u"2:9"_s);
        QCOMPARE(lines->inText(3), 2);
        QCOMPARE(lines->inText(6), 4);
        const auto problems = lines->shown({{.message = {}, .line = 2, .column = 6, .endLine = 2, .endColumn = 9}});
        QCOMPARE(problems.front().line, 3);
        QCOMPARE(problems.front().column, 2);
        QCOMPARE(problems.front().endLine, 4);
        QCOMPARE(problems.front().endColumn, 2);
    }

    void placesAreCountedInUnitsWhereverTheLastOneWas() {
        const QString text = u"FROM a\nRUN \u00e9\U0001F600\u20ac x\r\n\nUSER \U0001F600\n"_s;
        const auto tree = slipway::dockerfile::SyntaxTree::parse(text.toStdString());
        const Places places(*tree);
        std::mt19937 random(3);
        for (int turn = 0; turn < 300; ++turn) {
            auto units = static_cast<qsizetype>(random() % static_cast<unsigned>(text.size() + 1));
            if (units < text.size() && text[units].isLowSurrogate())
                --units;
            const QString before = text.first(units);
            const auto offset = static_cast<std::size_t>(before.toUtf8().size());
            QCOMPARE(at(places.at(offset)), at({static_cast<int>(before.count(u'\n')) + 1,
                                                static_cast<int>(units - before.lastIndexOf(u'\n'))}));
            QCOMPARE(offsetOf(*tree, places.at(offset)), offset);
        }
    }

    void everyPlaceComesBack() {
        std::mt19937 random(7);
        for (int turn = 0; turn < 200; ++turn) {
            QString text, shown;
            for (int i = 0; i < 60; ++i) {
                const QChar next = random() % 6 == 0 ? u'\n' : u'x';
                text += next;
                shown += next;
                if (next != u'\n' && random() % 4 == 0 && i < 59)
                    shown += u'\n';
            }
            // A view breaks within lines only.
            text += u"x"_s;
            shown += u"x"_s;
            const auto lines = ViewLines::between(text, shown);
            QVERIFY(lines);
            Place place;
            for (const QChar each : std::as_const(text)) {
                const Place there = lines->shownAt(place);
                QCOMPARE(at(lines->inText(there)), at(place));
                QCOMPARE(shown.split(u'\n').at(there.line - 1).mid(there.column - 1, 1),
                         each == u'\n' ? QString() : QString(each));
                place = each == u'\n' ? Place{place.line + 1, 1} : Place{place.line, place.column + 1};
            }
        }
    }
};

QTEST_APPLESS_MAIN(ViewLinesTest)
#include "view_lines_test.moc"
