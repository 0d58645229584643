#include "project/folder_watch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::project;

class FolderWatchTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<FolderWatch> m_watch;
    QSet<QString> m_seen;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.path() + u'/' + name; }
    static void write(const QString& file, const QByteArray& text) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    // Writes until it is noticed: the folders are walked in the background.
    void waitUntilWatched(const QString& directory) {
        const QString probe = directory + u"/probe"_s;
        m_seen.clear();
        QVERIFY(QTest::qWaitFor(
            [&] {
                write(probe, "x");
                return m_seen.contains(directory);
            },
            10'000));
        m_seen.clear();
        QVERIFY(QFile::remove(probe));
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(directory); }));
        m_seen.clear();
    }

private Q_SLOTS:
    void init() {
        QDir(m_folder.path()).mkpath(u"src/deep"_s);
        QDir(m_folder.path()).mkpath(u".git"_s);
        m_watch = std::make_unique<FolderWatch>();
        connect(m_watch.get(), &FolderWatch::changed, this, [this](const QSet<QString>& paths) { m_seen += paths; });
        m_watch->watch(m_folder.path());
        waitUntilWatched(path(u"src/deep"_s));
    }

    void anEditIsNoticedInItsFolder() {
        write(path(u"src/deep/app.py"_s), "print(1)");
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(path(u"src/deep"_s)); }));
        QVERIFY(!m_seen.contains(path(u"src"_s)));
    }

    void aRenameIsNoticedWhereItLeavesAndWhereItArrives() {
        write(path(u"src/a"_s), "x");
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(path(u"src"_s)); }));
        m_seen.clear();
        QVERIFY(QFile::rename(path(u"src/a"_s), path(u"src/deep/b"_s)));
        QVERIFY(
            QTest::qWaitFor([&] { return m_seen.contains(path(u"src"_s)) && m_seen.contains(path(u"src/deep"_s)); }));
    }

    void aNewFolderIsWatchedToo() {
        QVERIFY(QDir(m_folder.path()).mkpath(u"fresh"_s));
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(m_folder.path()); }));
        waitUntilWatched(path(u"fresh"_s));
        write(path(u"fresh/file"_s), "x");
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(path(u"fresh"_s)); }));
    }

    void whatIsInGitIsNoNews() {
        write(path(u".git/index"_s), "x");
        write(path(u"src/after"_s), "x");
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(path(u"src"_s)); }));
        QVERIFY(!m_seen.contains(path(u".git"_s)));
    }

    void aFolderThatGoesAndComesBackIsWatchedAgain() {
        const QString folder = path(u"src"_s), away = path(u"away"_s);
        m_watch->watch(folder);
        waitUntilWatched(folder);
        QVERIFY(QDir().rename(folder, away));
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(folder); }));
        m_seen.clear();
        QVERIFY(QDir().mkpath(folder));  // another one of its name
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(folder); }));
        waitUntilWatched(folder);
        QVERIFY(QDir(folder).removeRecursively());
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(folder); }));
        // What happens beside it is no news.
        m_seen.clear();
        write(path(u"beside"_s), "x");
        QVERIFY(QDir().rename(away, folder));
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(folder); }));
        QCOMPARE(m_seen, QSet{folder});
    }

    void anotherFolderTakesItsPlace() {
        QTemporaryDir other;
        m_watch->watch(other.path());
        waitUntilWatched(other.path());
        write(path(u"src/late"_s), "x");
        write(other.path() + u"/new"_s, "x");
        QVERIFY(QTest::qWaitFor([&] { return m_seen.contains(other.path()); }));
        QVERIFY(!m_seen.contains(path(u"src"_s)));
    }
};

QTEST_GUILESS_MAIN(FolderWatchTest)
#include "folder_watch_test.moc"
