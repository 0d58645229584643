// The desktop, from the start of its process to its first paint on a real screen.
#include "figure.h"
#include "screen.h"

#include <QDeadlineTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 1600, kHeight = 1000;

/// Whether something is drawn in the middle of the screen, which is black where no window has painted yet.
bool painted() {
    const QImage line =
        QGuiApplication::primaryScreen()->grabWindow(0, kWidth / 4, kHeight / 2, kWidth / 2, 1).toImage();
    for (int x = 0; x < line.width(); ++x) {
        if ((line.pixel(x, 0) & 0xffffff) == 0)
            return false;
    }
    return true;
}

void until(bool wanted) {
    const QDeadlineTimer deadline(20'000);
    while (painted() != wanted) {
        if (deadline.hasExpired()) {
            std::fputs(wanted ? "the desktop paints nothing\n" : "the desktop's window stays\n", stderr);
            std::exit(1);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

double start(const QProcessEnvironment& environment) {
    QProcess desktop;
    desktop.setProcessEnvironment(environment);
    desktop.setStandardOutputFile(QProcess::nullDevice());
    desktop.setStandardErrorFile(QProcess::nullDevice());
    const double begin = benchmark::milliseconds(benchmark::Clock::Wall);
    desktop.start(QString::fromUtf8(SLIPWAY_DESKTOP), {QString::fromUtf8(SLIPWAY_EXAMPLE)});
    until(true);
    const double taken = benchmark::milliseconds(benchmark::Clock::Wall) - begin;
    desktop.kill();
    desktop.waitForFinished();
    until(false);
    return taken;
}

}  // namespace

int main(int argc, char** argv) {
    slipway::acceptance::Screen screen;
    if (const QString wrong = screen.start(kWidth, kHeight); !wrong.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(wrong));
        return 1;
    }
    const QGuiApplication application(argc, argv);
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s,
                                u"XDG_CACHE_HOME"_s, u"SLIPWAY_HOME"_s})
        environment.insert(name, home.path());
    std::vector<double> times;
    start(environment);  // what a first start ever makes and reads, caches of files and fonts, isn't counted
    for (int round = 0; round < 10; ++round)
        times.push_back(start(environment));
    return benchmark::tell("desktop, start to first paint", std::move(times), 500) ? 0 : 1;
}
