#include "window/picture.h"

#include "window/application.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace slipway::window {

void takePicture(QWidget& window, const CommandLine& line, const std::function<bool()>& ready) {
    constexpr int kLookEveryMs = 50;
    constexpr int kQuietTurns = 6;  // what a change sets off needs a few turns to be drawn
    constexpr qint64 kMostMs = 30'000;
    window.setWindowState(Qt::WindowNoState);
    window.setFixedSize(line.size);  // whatever the size of the screen that is nowhere
    auto* timer = new QTimer(&window);
    QElapsedTimer since;
    since.start();
    QObject::connect(
        timer, &QTimer::timeout, &window, [&window, timer, ready, since, file = line.picture, quiet = 0]() mutable {
            quiet = ready() ? quiet + 1 : 0;
            if (quiet < kQuietTurns && since.elapsed() < kMostMs)
                return;
            timer->stop();
            const bool written = window.grab().save(file);
            if (!written)
                std::fprintf(stderr, "slipway-desktop: the picture could not be written to %s\n", qPrintable(file));
            QApplication::exit(written ? 0 : 1);
        });
    timer->start(kLookEveryMs);
}

}  // namespace slipway::window
