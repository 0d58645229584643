#include "project/file_search.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace slipway::project;

class FileSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBestComeFirst_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("nothing typed") << u""_s << QStringList{u"Dockerfile"_s, u"app.py"_s, u"map.c"_s};
        QTest::newRow("the whole name") << u"dockerfile"_s << QStringList{u"Dockerfile"_s, u"deep/er/Dockerfile"_s};
        QTest::newRow("its begin, a word of it, somewhere in it")
            << u"app"_s << QStringList{u"app.py"_s, u"src/appendix.txt"_s, u"src/the_app.go"_s};
        QTest::newRow("a folder's name") << u"er/"_s << QStringList{u"deep/er/Dockerfile"_s};
        QTest::newRow("letters apart") << u"dkf"_s << QStringList{u"Dockerfile"_s, u"deep/er/Dockerfile"_s};
        QTest::newRow("two words in any order") << u"go src"_s << QStringList{u"src/the_app.go"_s};
        QTest::newRow("accents") << u"\u00dcB"_s << QStringList{u"src/\u00fcber.md"_s};
        QTest::newRow("nowhere") << u"xyz"_s << QStringList();
        QTest::newRow("one too many") << u"dockerfilee"_s << QStringList();
    }
    void theBestComeFirst() {
        QFETCH(QString, query);
        QFETCH(QStringList, found);
        const FileSearch search({u"Dockerfile"_s, u"app.py"_s, u"map.c"_s, u"src/the_app.go"_s, u"src/appendix.txt"_s,
                                 u"src/\u00fcber.md"_s, u"deep/er/Dockerfile"_s});
        QCOMPARE(search.best(query, 3), found);
    }

    void whatHoldsTheWordComesBeforeWhatHoldsItsLetters() {
        const FileSearch search({u"m/a/p"_s, u"m-a-p"_s, u"x/mapped/y"_s, u"xmap"_s, u"x-map"_s, u"map.c"_s, u"map"_s});
        QCOMPARE(search.best(u"map"_s, 10),
                 (QStringList{u"map"_s, u"map.c"_s, u"x-map"_s, u"xmap"_s, u"x/mapped/y"_s, u"m-a-p"_s, u"m/a/p"_s}));
    }

    void fiftyThousandNamesAreSearchedInAMoment() {
        QStringList names;
        for (int i = 0; i < 50'000; ++i)
            names << u"packages/some-library-%1/source/part%2/file_%3.module.ts"_s.arg(i % 97).arg(i % 13).arg(i);
        const FileSearch search(std::move(names));
        QElapsedTimer clock;
        clock.start();
        for (const QString& query : {u"f"_s, u"fi"_s, u"file_49"_s, u"lib part7 499"_s, u"zzz"_s, u"pslfmts"_s})
            QVERIFY(search.best(query, 100).size() <= 100);
        QVERIFY2(clock.elapsed() < 6 * 100, qPrintable(u"%1 ms for six letters"_s.arg(clock.elapsed())));
        QCOMPARE(search.best(u"file_49999"_s, 100).size(), 1);
    }
};

QTEST_APPLESS_MAIN(FileSearchTest)
#include "file_search_test.moc"
