// Which part of a build's time the timeline shows, and the way between time and pixels.
#pragma once

#include <QObject>
#include <QString>

#include <algorithm>
#include <vector>

namespace slipway::timeline {

/// A visible span of time over a width in pixels. Pure.
struct Scale {
    double fromMs = 0, toMs = 1000;
    double width = 1;  ///< pixels

    [[nodiscard]] double x(double ms) const { return (ms - fromMs) / (toMs - fromMs) * width; }
    [[nodiscard]] double ms(double x) const { return fromMs + x / width * (toMs - fromMs); }
};

struct Tick {
    double ms = 0;
    QString label;  ///< "0", "2 s", "1:30 min"
};
/// Ticks at 1, 2 or 5 times a power of ten (or whole minutes), at least `apart` pixels from each other.
[[nodiscard]] std::vector<Tick> ticks(const Scale& scale, double apart);

/// Runs of time in pixels, in order of their start: those less than a pixel apart become one, so that a thousand short
/// steps are a handful of rectangles. Allocates nothing; `spans` gives pairs of milliseconds, `draw(left, right)` takes
/// pixels, at least `shortest` wide.
template <class Spans, class Draw>
void mergeBelowAPixel(Spans&& spans, const Scale& scale, double shortest, Draw&& draw) {
    double left = 0, right = -1;
    bool open = false;
    for (auto&& [startMs, endMs] : spans) {
        const double from = scale.x(startMs);
        const double to = std::max(scale.x(endMs), from + shortest);
        if (open && from - right < 1) {
            right = std::max(right, to);
            continue;
        }
        if (open)
            draw(left, right);
        left = from;
        right = to;
        open = true;
    }
    if (open)
        draw(left, right);
}

/// The one owner of the visible span; header and bars read it. Follows the build's length until someone zooms.
class Zoom : public QObject {
    Q_OBJECT
public:
    explicit Zoom(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] Scale scale(double width) const { return {m_from, m_to, width > 1 ? width : 1}; }
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    /// Length of the build so far, in milliseconds. While it runs a second is in view at least, so that its first bars
    /// don't shrink under the eye; a build that is over has the axis of its own length.
    void setLength(double ms, bool running);
    /// Zooms by a factor (> 1 is closer) around a point in time.
    void zoom(double factor, double aroundMs);
    void pan(double ms);
    void fit();

Q_SIGNALS:
    void changed();

private:
    void set(double from, double to);
    /// What is in view when it is fitted.
    [[nodiscard]] double whole() const;

    double m_from = 0, m_to = 1000, m_length = 0;
    bool m_fitted = true, m_running = true;
};

}  // namespace slipway::timeline
