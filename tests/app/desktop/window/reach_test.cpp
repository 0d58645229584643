#include "window/reach.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway::window;

class ReachTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_place;
    [[nodiscard]] QString folder(const QString& name) const { return m_place.filePath(name); }
    [[nodiscard]] QString theSocket() const {
        const QDir sockets(m_place.filePath(u"run/slipway"_s));
        const QStringList names = sockets.entryList(QDir::Files | QDir::System);
        return names.size() == 1 ? sockets.filePath(names.front()) : QString();
    }
    /// As another process does it.
    static bool reach(const QString& path) {
        const QFuture<bool> reached = QtConcurrent::run(reachWindow, path);
        return QTest::qWaitFor([&] { return reached.isFinished(); }, 20'000) && reached.result();
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(QDir().mkpath(folder(u"run"_s)));
        QFile::setPermissions(folder(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder(u"run"_s)));
        qunsetenv("XDG_ACTIVATION_TOKEN");
    }
    void init() {
        for (const QString& name : {u"a"_s, u"b"_s}) {
            QVERIFY(QDir().mkpath(folder(name)));
            QFile file(folder(name) + u"/file"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }

    void aFolderAndItsFilesReachTheWindowThatHasItOpen() {
        Reach window;
        QSignalSpy wanted(&window, &Reach::wanted);
        QVERIFY(!reach(folder(u"a"_s)));
        window.listenFor(folder(u"a"_s));
        QVERIFY(reach(folder(u"a"_s)));
        qputenv("XDG_ACTIVATION_TOKEN", "may come");
        QVERIFY(reach(folder(u"b/../a/file"_s)));
        qunsetenv("XDG_ACTIVATION_TOKEN");
        QTRY_COMPARE(wanted.count(), 2);
        QCOMPARE(wanted[0][0].toString(), folder(u"a"_s));
        QCOMPARE(wanted[0][1].toByteArray(), QByteArray());
        QVERIFY(wanted[1][0].toString().endsWith(u"a/file"_s));
        QCOMPARE(wanted[1][1].toByteArray(), "may come");
        QVERIFY(!reach(folder(u"b"_s)));
        QVERIFY(!reach(folder(u"a/absent"_s)));
        window.listenFor(folder(u"b"_s));
        QVERIFY(!reach(folder(u"a"_s)));
        QVERIFY(reach(folder(u"b"_s)));
    }

    void aWindowOfAnotherStoreIsNotMeant() {
        Reach window;
        window.listenFor(folder(u"a"_s));
        qputenv("SLIPWAY_HOME", "/elsewhere");
        const bool reached = reach(folder(u"a"_s));
        qunsetenv("SLIPWAY_HOME");
        QVERIFY(!reached);
    }

    void withoutAPlaceForSocketsEachHasAWindow() {
        const QByteArray place = qgetenv("XDG_RUNTIME_DIR");
        qunsetenv("XDG_RUNTIME_DIR");
        Reach window;
        window.listenFor(folder(u"a"_s));
        const bool reached = reach(folder(u"a"_s));
        qputenv("XDG_RUNTIME_DIR", place);
        QVERIFY(!reached);
        QVERIFY(theSocket().isEmpty());
    }

    void onlyTheUserGetsToTheSocket() {
        Reach window;
        window.listenFor(folder(u"a"_s));
        QVERIFY(!theSocket().isEmpty());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(theSocket()) & others));
    }

    void whatAKilledWindowLeftBehindIsInNobodysWay() {
        QString name;
        {
            Reach window;
            window.listenFor(folder(u"a"_s));
            name = theSocket();
        }
        QVERIFY(!name.isEmpty() && !QFile::exists(name));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(name);
        QVERIFY(path.size() < qsizetype{sizeof address.sun_path});
        std::copy(path.begin(), path.end(), address.sun_path);
        const int stale = socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(bind(stale, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        ::close(stale);
        QVERIFY(QFile::exists(name));
        QVERIFY(!reach(folder(u"a"_s)));
        Reach next;
        next.listenFor(folder(u"a"_s));
        QVERIFY(reach(folder(u"a"_s)));
    }

    void oneThatHangsIsLeftAloneAndHearsNothingLater() {
        Reach window;
        QSignalSpy wanted(&window, &Reach::wanted);
        window.listenFor(folder(u"a"_s));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!reachWindow(folder(u"a"_s)));  // nobody turns the event loop meanwhile
        QVERIFY(clock.elapsed() < 10'000);
        // Who comes after it, once it is well again, is heard; and was the only one.
        QVERIFY(reach(folder(u"a/file"_s)));
        QTRY_COMPARE(wanted.count(), 1);
        QVERIFY(wanted[0][0].toString().endsWith(u"file"_s));
    }

    void ofTwoWindowsTheFirstIsFoundAndThenTheOther() {
        auto first = std::make_unique<Reach>();
        Reach second;
        QSignalSpy one(first.get(), &Reach::wanted), other(&second, &Reach::wanted);
        first->listenFor(folder(u"a"_s));
        second.listenFor(folder(u"a"_s));
        QVERIFY(reach(folder(u"a"_s)));
        QTRY_COMPARE(one.count(), 1);
        first.reset();
        second.listenFor(folder(u"a"_s));
        QVERIFY(reach(folder(u"a"_s)));
        QTRY_COMPARE(other.count(), 1);
    }
};

QTEST_MAIN(ReachTest)
#include "reach_test.moc"
