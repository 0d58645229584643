#include "timeline/zoom.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace slipway::timeline {
namespace {

// Milliseconds over the whole width. Events have whole milliseconds, so there is nothing more to see further in.
constexpr double kShortest = 5;
constexpr double kShortestWhileRunning = 1000;
constexpr double kMargin = 1.06;  // room behind the last bar

// The step between ticks: 1, 2, 5 times a power of ten below a minute, then people's parts of an hour.
double stepFor(double least) {
    if (least <= 50'000) {
        const double power = std::pow(10, std::floor(std::log10(std::max(least, 1.0))));
        for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
            if (factor * power >= least && factor * power <= 20'000)
                return factor * power;
        }
    }
    static constexpr std::array minutes{0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0};
    for (const double minute : minutes) {
        if (minute * 60'000 >= least)
            return minute * 60'000;
    }
    return 24 * 3'600'000.0;
}

QString label(double ms, double step) {
    if (ms == 0)
        return QStringLiteral("0");
    if (step >= 30'000) {
        const auto seconds = static_cast<qint64>(std::llround(ms / 1000));
        return QCoreApplication::translate("Timeline", "%1:%2 min")
            .arg(seconds / 60)
            .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    }
    if (step < 1000 && ms < 1000)
        return QCoreApplication::translate("Timeline", "%1 ms").arg(QLocale().toString(std::llround(ms)));
    const int digits = step >= 1000 ? 0 : step >= 100 ? 1 : step >= 10 ? 2 : 3;
    return QCoreApplication::translate("Timeline", "%1 s").arg(QLocale().toString(ms / 1000, 'f', digits));
}

}  // namespace

std::vector<Tick> ticks(const Scale& scale, double apart) {
    const double perPixel = (scale.toMs - scale.fromMs) / scale.width;
    const double step = stepFor(perPixel * apart);
    std::vector<Tick> result;
    for (double at = std::ceil(scale.fromMs / step) * step; at <= scale.toMs; at += step)
        result.push_back({at, label(at, step)});
    return result;
}

double Zoom::whole() const { return std::max(m_running ? kShortestWhileRunning : kShortest, m_length * kMargin); }

void Zoom::setLength(double ms, bool running) {
    m_length = ms;
    m_running = running;
    if (m_fitted)
        set(0, whole());
}

void Zoom::zoom(double factor, double aroundMs) {
    const double span = std::max(kShortest, (m_to - m_from) / factor);
    if (span >= whole()) {
        fit();
        return;
    }
    m_fitted = false;
    const double part = (aroundMs - m_from) / (m_to - m_from);
    const double from = std::max(0.0, aroundMs - part * span);
    set(from, from + span);
}

void Zoom::pan(double ms) {
    const double span = m_to - m_from;
    const double from = std::clamp(m_from + ms, 0.0, std::max(0.0, m_length * kMargin - span));
    if (from != m_from) {
        m_fitted = false;
        set(from, from + span);
    }
}

void Zoom::fit() {
    m_fitted = true;
    set(0, whole());
}

void Zoom::set(double from, double to) {
    if (from == m_from && to == m_to)
        return;
    m_from = from;
    m_to = to;
    Q_EMIT changed();
}

}  // namespace slipway::timeline
