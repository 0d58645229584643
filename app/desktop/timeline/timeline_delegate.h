// Paints the timeline's cells: state, number and name of a step, and its bar in time.
#pragma once

#include "theme/theme.h"
#include "timeline/timeline_model.h"
#include "timeline/zoom.h"

#include <QStyledItemDelegate>

namespace slipway::timeline {

/// Where things stand in a row, in pixels from its left edge; follows from the font.
struct Columns {
    int state = 0, number = 0, numberWidth = 0, name = 0;
    explicit Columns(const QFontMetrics& font);
};

class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TimelineDelegate(const theme::Theme& theme, const Zoom& zoom, QObject* parent = nullptr);

    /// The build's clock in milliseconds, and how far the running shape has turned (0 to 1).
    void setNow(qint64 nowMs, qreal turn);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintBar(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintFolded(QPainter& painter, const QRect& cell, const QModelIndex& stage) const;

    const theme::Theme& m_theme;
    const Zoom& m_zoom;
    qint64 m_nowMs = 0;
    qreal m_turn = 0;
};

/// The bar of a span of time within a cell; at least 5 px wide so that it can be seen and clicked.
[[nodiscard]] QRectF barRect(const QRectF& cell, const Scale& scale, double startMs, double endMs);

}  // namespace slipway::timeline
