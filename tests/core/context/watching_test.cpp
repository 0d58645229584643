#include "watching/context_watch.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::watching;

namespace {

void write(const QTemporaryDir& folder, const char* path, const char* text = "x") {
    const QString whole = folder.filePath(QString::fromUtf8(path));
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

WatchOptions options(const QTemporaryDir& folder, const char* ignore = "") {
    WatchOptions made;
    made.root = folder.path().toStdString();
    made.ignore = context::Ignore::compile(context::readIgnoreFile(ignore)).value();
    made.quiet = std::chrono::milliseconds(20);
    made.interval = std::chrono::milliseconds(20);
    return made;
}

/// All paths told until one of them is `last`.
QStringList toldUntil(QSignalSpy& spy, const QString& last) {
    QStringList all;
    for (int i = 0; i < 100 && !all.contains(last); ++i) {
        if (spy.isEmpty() && !spy.wait(5000)) {
            break;
        }
        while (!spy.isEmpty()) {
            all += spy.takeFirst().at(0).toStringList();
        }
    }
    return all;
}

}  // namespace

class WatchingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesAreToldByName() {
        QTemporaryDir folder;
        write(folder, "a/b/f");
        ContextWatch watch(options(folder));
        QSignalSpy ready(&watch, &ContextWatch::ready);
        QSignalSpy changed(&watch, &ContextWatch::changed);
        QVERIFY(ready.wait());
        write(folder, "a/b/f", "more");
        QVERIFY(toldUntil(changed, QStringLiteral("a/b/f")).contains(QStringLiteral("a/b/f")));
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("a/b/f"))));
        QVERIFY(toldUntil(changed, QStringLiteral("a/b/f")).contains(QStringLiteral("a/b/f")));
    }
    void newFoldersAreWatchedToo() {
        QTemporaryDir folder;
        ContextWatch watch(options(folder));
        QSignalSpy ready(&watch, &ContextWatch::ready);
        QSignalSpy changed(&watch, &ContextWatch::changed);
        QVERIFY(ready.wait());
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("new/deep")));
        QVERIFY(toldUntil(changed, QStringLiteral("new")).contains(QStringLiteral("new")));
        write(folder, "new/deep/f");
        QVERIFY(toldUntil(changed, QStringLiteral("new/deep/f")).contains(QStringLiteral("new/deep/f")));
    }
    void aFolderThatMovedIsWatchedUnderItsNewName() {
        QTemporaryDir folder;
        write(folder, "old/f");
        ContextWatch watch(options(folder));
        QSignalSpy ready(&watch, &ContextWatch::ready);
        QSignalSpy changed(&watch, &ContextWatch::changed);
        QVERIFY(ready.wait());
        QVERIFY(QDir(folder.path()).rename(QStringLiteral("old"), QStringLiteral("moved")));
        QVERIFY(toldUntil(changed, QStringLiteral("moved")).contains(QStringLiteral("moved")));
        write(folder, "moved/f", "more");
        QVERIFY(toldUntil(changed, QStringLiteral("moved/f")).contains(QStringLiteral("moved/f")));
    }
    void whatIsLeftOutIsNotTold() {
        QTemporaryDir folder;
        write(folder, "node_modules/x/f");
        write(folder, "sub/keep/f");
        ContextWatch watch(options(folder, "**/node_modules\n*.log\nsub\n!sub/keep\n.dockerignore\n"));
        QSignalSpy ready(&watch, &ContextWatch::ready);
        QSignalSpy changed(&watch, &ContextWatch::changed);
        QVERIFY(ready.wait());
        write(folder, "node_modules/x/f", "more");
        write(folder, "a.log");
        write(folder, "sub/other");
        write(folder, "sub/keep/f", "more");
        write(folder, ".dockerignore", "new rules");
        write(folder, "zz-last");
        const QStringList told = toldUntil(changed, QStringLiteral("zz-last"));
        QVERIFY(told.contains(QStringLiteral("sub/keep/f")));
        QVERIFY(told.contains(QStringLiteral(".dockerignore")));
        QVERIFY(!told.contains(QStringLiteral("a.log")));
        QVERIFY(!told.contains(QStringLiteral("sub/other")));
        QVERIFY(!told.contains(QStringLiteral("node_modules/x/f")));
    }
    void withMoreFoldersThanWatchesItLooksInIntervalsAndSaysSo() {
        QTemporaryDir folder;
        write(folder, "a/f");
        write(folder, "b/f");
        WatchOptions few = options(folder);
        few.maxWatches = 2;
        ContextWatch watch(few);
        QSignalSpy ready(&watch, &ContextWatch::ready);
        QSignalSpy changed(&watch, &ContextWatch::changed);
        QSignalSpy intervals(&watch, &ContextWatch::lookingInIntervals);
        QVERIFY(ready.wait());
        QCOMPARE(intervals.size(), 1);
        QVERIFY(intervals[0][0].toString().contains(QStringLiteral("2 folders")));
        write(folder, "b/f", "changed");
        QVERIFY(changed.size() > 0 || changed.wait());
    }
    void whenWatchesRunOutLaterItGoesOnInIntervals() {
        QTemporaryDir folder;
        WatchOptions few = options(folder);
        few.maxWatches = 2;
        ContextWatch watch(few);
        QSignalSpy ready(&watch, &ContextWatch::ready);
        QSignalSpy changed(&watch, &ContextWatch::changed);
        QSignalSpy intervals(&watch, &ContextWatch::lookingInIntervals);
        QVERIFY(ready.wait());
        QCOMPARE(intervals.size(), 0);
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b/c")));
        QVERIFY(intervals.size() > 0 || intervals.wait());
        QVERIFY(changed.size() > 0 || changed.wait());
        changed.clear();
        write(folder, "a/b/c/f");
        QVERIFY(changed.size() > 0 || changed.wait());
    }
    void aMissingFolderIsNoCrash() {
        WatchOptions none;
        none.root = "/nowhere/at/all";
        ContextWatch watch(none);
        QSignalSpy ready(&watch, &ContextWatch::ready);
        QVERIFY(ready.wait());
    }
};

QTEST_GUILESS_MAIN(WatchingTest)
#include "watching_test.moc"
