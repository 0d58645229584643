// The screen of the desktop's tests ends with them, however they end; and the desktop fits on it.
#include "screen.h"

#include <QCoreApplication>
#include <QFile>
#include <QRect>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace slipway::acceptance;

class ScreenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTestThatCrashesLeavesNoServerBehind() {
        QProcess crash;
        crash.start(QCoreApplication::applicationFilePath(), {u"--crash"_s});
        QVERIFY(crash.waitForFinished(60'000));
        QCOMPARE(crash.exitStatus(), QProcess::CrashExit);
        const QByteArray server = crash.readAllStandardOutput().trimmed();
        QVERIFY2(server.toLongLong() > 0, crash.readAllStandardError().constData());
        const auto runs = [&] {
            QFile stat(u"/proc/"_s + QString::fromLatin1(server) + u"/comm"_s);
            return stat.open(QIODevice::ReadOnly) && stat.readAll().startsWith("Xvfb");
        };
        QTRY_VERIFY_WITH_TIMEOUT(!runs(), 30'000);
    }

    void theWindowFitsOnASmallScreen_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("smaller than the window") << QSize(1280, 800);
        QTest::newRow("as large as the window") << QSize(1440, 900);
        QTest::newRow("wider") << QSize(1920, 900);
    }

    // Also when it comes back as it was left.
    void theWindowFitsOnASmallScreen() {
        QFETCH(const QSize, size);
        Screen screen;
        const QString missing = screen.start(size.width(), size.height());
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        const QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s,
                                    u"XDG_CACHE_HOME"_s, u"SLIPWAY_HOME"_s})
            environment.insert(name, home.path());
        for (int start = 0; start < 2; ++start) {
            QProcess desktop;
            desktop.setProcessEnvironment(environment);
            desktop.setProcessChannelMode(QProcess::ForwardedChannels);
            desktop.start(QString::fromUtf8(SLIPWAY_DESKTOP), {home.path()});
            // Bottom edge of what the window itself draws, where its status bar is; with a title bar above it.
            const auto fits = [&] {
                const QRect seen = geometry();
                return seen.height() > size.height() / 2 && seen.top() > 0 && QRect(QPoint(), size).contains(seen);
            };
            QTRY_VERIFY_WITH_TIMEOUT(fits(), 30'000);
            QTest::qWait(500);  // what a manager and a window agree on takes some turns
            screen.picture(u"small-screen-%1x%2-%3"_s.arg(size.width()).arg(size.height()).arg(start));
            QTRY_VERIFY_WITH_TIMEOUT(fits(), 30'000);
            // A window that isn't ready for a key loses it. By calls of their own: one that focuses and presses ends
            // with the window, before it has let go of the keys, and they go on into the next one.
            const auto quits = [&] {
                run(u"xdotool"_s,
                    {u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Slipway"_s, u"windowfocus"_s, u"--sync"_s});
                run(u"xdotool"_s, {u"key"_s, u"ctrl+q"_s});
                return desktop.waitForFinished(2000) || desktop.state() == QProcess::NotRunning;
            };
            QTRY_VERIFY_WITH_TIMEOUT(quits(), 30'000);
            QCOMPARE(desktop.exitCode(), 0);
        }
    }

private:
    static QByteArray run(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(20'000);
        return process.readAllStandardOutput();
    }
    static QRect geometry() {
        const QString window =
            QString::fromUtf8(run(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Slipway"_s}))
                .section(u'\n', 0, 0);
        const QString said = window.isEmpty() ? QString() : QString::fromUtf8(run(u"xwininfo"_s, {u"-id"_s, window}));
        const auto number = [&](const QString& name) {
            return said.section(name + u':', 1, 1).section(u'\n', 0, 0).toInt();
        };
        return {number(u"Absolute upper-left X"_s), number(u"Absolute upper-left Y"_s), number(u"Width"_s),
                number(u"Height"_s)};
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (application.arguments().contains(u"--crash"_s)) {
        Screen screen;
        if (const QString missing = screen.start(640, 480); !missing.isEmpty()) {
            std::fprintf(stderr, "%s\n", qPrintable(missing));
            return 1;
        }
        std::printf("%lld\n", static_cast<long long>(screen.serverId()));
        std::fflush(stdout);
        std::raise(SIGKILL);
    }
    ScreenTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "screen_test.moc"
