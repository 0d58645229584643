#include "screen.h"

#include <QDeadlineTimer>
#include <QStandardPaths>

#include <csignal>

#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace slipway::acceptance {

QString Screen::start(int width, int height) {
    for (const QString& tool : {u"Xvfb"_s, u"openbox"_s, u"xdotool"_s, u"xprop"_s, u"import"_s}) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            return tool + u" is not installed (packaging/dev test installs it)"_s;
    }
    // Also where the test crashes: a signal ends both with this thread, which is the program's first.
    for (QProcess* process : {&m_server, &m_manager})
        process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    // It finds a free display by itself and says which on its standard output. It stays as it is when its last client
    // leaves: else it would turn away the manager, or the desktop, that comes just then.
    m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"%1x%2x24"_s.arg(width).arg(height),
                               u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    const QDeadlineTimer deadline(20'000);
    while (!m_server.canReadLine()) {
        if (deadline.hasExpired() || !m_server.waitForReadyRead(1000) || m_server.state() == QProcess::NotRunning)
            if (deadline.hasExpired() || m_server.state() == QProcess::NotRunning)
                return u"Xvfb did not start: "_s + QString::fromUtf8(m_server.readAllStandardError());
    }
    m_display = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    qputenv("DISPLAY", m_display.toLatin1());
    qputenv("QT_QPA_PLATFORM", "xcb");
    qunsetenv("WAYLAND_DISPLAY");
    m_manager.start(u"openbox"_s, {u"--sm-disable"_s});
    if (!m_manager.waitForStarted())
        return u"openbox did not start: "_s + m_manager.errorString();
    // A window that comes before its manager is at work is not fitted to the screen.
    const auto manages = [] {
        QProcess look;
        look.start(u"xprop"_s, {u"-root"_s, u"_NET_SUPPORTING_WM_CHECK"_s});
        return look.waitForFinished(5000) && look.readAllStandardOutput().contains("window id");
    };
    while (!manages()) {
        if (deadline.hasExpired())
            return u"openbox does not get to work: "_s + QString::fromUtf8(m_manager.readAllStandardError());
    }
    return {};
}

Screen::~Screen() {
    for (QProcess* process : {&m_manager, &m_server}) {
        if (process->state() == QProcess::NotRunning)
            continue;
        process->terminate();
        if (!process->waitForFinished(5000)) {
            process->kill();
            process->waitForFinished();
        }
    }
}

void Screen::picture(const QString& name) const {
    if (const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES"); !folder.isEmpty())
        save(folder + u'/' + name + u".png"_s);
}

void Screen::pictureOfFailure(const QString& name) const {
    save(name + u".png"_s);
    qInfo("the screen as it was: %s.png", qPrintable(name));
}

void Screen::save(const QString& file) const {
    QProcess::execute(u"import"_s, {u"-display"_s, m_display, u"-window"_s, u"root"_s, file});
}

}  // namespace slipway::acceptance
