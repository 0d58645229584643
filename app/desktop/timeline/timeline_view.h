// The timeline itself: a tree of steps whose last column is time, under an axis.
#pragma once

#include "timeline/timeline_delegate.h"

#include <QHeaderView>
#include <QTreeView>

namespace slipway::timeline {

/// Columns' headings, and the time axis over the bars. Dragging it pans, a double click shows the whole build.
class TimeAxis : public QHeaderView {
    Q_OBJECT
public:
    TimeAxis(const theme::Theme& theme, Zoom& zoom, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] bool overBars(const QPoint& at) const;

    const theme::Theme& m_theme;
    Zoom& m_zoom;
    int m_dragX = -1;
};

/// Ctrl and wheel zoom around the pointer, Shift and wheel pan; + − 0 do the same by keyboard; arrows and Return
/// choose.
class TimelineView : public QTreeView {
    Q_OBJECT
public:
    TimelineView(const theme::Theme& theme, Zoom& zoom, QWidget* parent = nullptr);

    /// The build's clock; `running` draws a line there.
    void setNow(qint64 nowMs, bool running, qreal turn);

Q_SIGNALS:
    /// A click or Return on a step: its place in the editor is wanted.
    void opened(const QModelIndex& index);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}

private:
    void layOutColumns();
    [[nodiscard]] QRect barArea() const;

    const theme::Theme& m_theme;
    Zoom& m_zoom;
    TimelineDelegate m_delegate;
    qint64 m_nowMs = 0;
    bool m_running = false;
};

}  // namespace slipway::timeline
