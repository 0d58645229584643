// The states of a step, and their shapes: one vocabulary for gutter, outline, timeline and targets.
#pragma once

#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace slipway::theme {

class Theme;

enum class State : quint8 {
    None,  ///< draws nothing
    Cached,
    CachedOnlyHere,  ///< cached, where docker build would have run it
    Rebuild,         ///< will rebuild, first cause
    Follows,         ///< will rebuild because another does
    Unknown,
    Waiting,
    Running,
    Built,
    SameResult,  ///< rebuilt, same result
    Failed,
    Canceled,
};

/// Draws the shape into a square of any size, crisp at any scale. `turn` in [0, 1) moves the quarter of Running.
void paintState(QPainter& painter, const QRectF& square, State state, const Theme& theme, qreal turn = 0);
/// An icon that paints the shape at the size asked for, in the theme's colours of that moment. The theme outlives it.
[[nodiscard]] QIcon stateIcon(State state, const Theme& theme);
/// "cached", "will rebuild", … for tooltips and screen readers.
[[nodiscard]] QString stateName(State state);

}  // namespace slipway::theme
