// The screen of the desktop's tests ends with them, however they end.
#include "screen.h"

#include <QCoreApplication>
#include <QFile>
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
