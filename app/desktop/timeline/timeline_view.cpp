#include "timeline/timeline_view.h"

#include "theme/measure.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace slipway::timeline {
namespace {

constexpr double kTickApart = 90;  // pixels
constexpr double kZoomStep = 1.25;
constexpr int kLabelAhead = 6;  // pixels between a tick and its words

}  // namespace

TimeAxis::TimeAxis(const theme::Theme& theme, Zoom& zoom, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme), m_zoom(zoom) {
    setSectionsClickable(false);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    connect(&zoom, &Zoom::changed, viewport(), qOverload<>(&QWidget::update));
}

QSize TimeAxis::sizeHint() const { return {100, theme::timelineRowHeight(fontMetrics()) + 2}; }

void TimeAxis::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
    painter->fillRect(rect, m_theme.color(theme::Role::Panel));
    painter->setFont(theme::Theme::smallFont());
    painter->setPen(m_theme.color(theme::Role::Secondary));
    if (logicalIndex == TimelineModel::Bar) {
        for (const Tick& tick : ticks(m_zoom.scale(rect.width()), kTickApart)) {
            const double x = rect.left() + m_zoom.scale(rect.width()).x(tick.ms);
            const double ahead = x + (tick.ms == 0 ? 2 : kLabelAhead);
            // A label that would be cut is left out: its neighbours tell the scale.
            if (ahead + painter->fontMetrics().horizontalAdvance(tick.label) <= rect.right())
                painter->drawText(QRectF(ahead, rect.top(), kTickApart, rect.height()),
                                  Qt::AlignLeft | Qt::AlignVCenter, tick.label);
            painter->fillRect(QRectF(x, rect.bottom() - 4, 1, 5), m_theme.color(theme::Role::Border));
        }
    } else {
        const bool name = logicalIndex == TimelineModel::Name;
        const QRect text = name ? rect.adjusted(Columns(fontMetrics()).name, 0, 0, 0) : rect.adjusted(4, 0, -8, 0);
        painter->drawText(text, (name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                          model()->headerData(logicalIndex, Qt::Horizontal).toString());
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(theme::Role::Hairline));
}

bool TimeAxis::overBars(const QPoint& at) const { return logicalIndexAt(at) == TimelineModel::Bar; }

void TimeAxis::mousePressEvent(QMouseEvent* event) {
    const int edge = sectionViewportPosition(TimelineModel::Bar);
    if (event->button() == Qt::LeftButton && overBars(event->position().toPoint()) && event->position().x() > edge + 4)
        m_dragX = event->position().toPoint().x();
    else
        QHeaderView::mousePressEvent(event);
}

void TimeAxis::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragX < 0) {
        QHeaderView::mouseMoveEvent(event);
        return;
    }
    const int x = event->position().toPoint().x();
    const Scale scale = m_zoom.scale(sectionSize(TimelineModel::Bar));
    m_zoom.pan((m_dragX - x) * (scale.toMs - scale.fromMs) / scale.width);
    m_dragX = x;
}

void TimeAxis::mouseReleaseEvent(QMouseEvent* event) {
    m_dragX = -1;
    QHeaderView::mouseReleaseEvent(event);
}

void TimeAxis::mouseDoubleClickEvent(QMouseEvent* event) {
    if (overBars(event->position().toPoint()))
        m_zoom.fit();
    else
        QHeaderView::mouseDoubleClickEvent(event);
}

TimelineView::TimelineView(const theme::Theme& theme, Zoom& zoom, QWidget* parent)
    : QTreeView(parent), m_theme(theme), m_zoom(zoom), m_delegate(theme, zoom) {
    setHeader(new TimeAxis(theme, zoom, this));
    setItemDelegate(&m_delegate);
    setFrameShape(QFrame::NoFrame);
    setFont(theme::Theme::tabular(font()));
    setIndentation(0);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setExpandsOnDoubleClick(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    header()->setStretchLastSection(true);
    connect(&zoom, &Zoom::changed, viewport(), qOverload<>(&QWidget::update));
}

void TimelineView::setNow(qint64 nowMs, bool running, qreal turn) {
    m_nowMs = nowMs;
    m_running = running;
    m_delegate.setNow(nowMs, turn);
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    layOutColumns();
}

void TimelineView::layOutColumns() {
    if (!model())
        return;
    const int number = fontMetrics().horizontalAdvance(QStringLiteral("00 min 00 s")) + 12;
    header()->resizeSection(TimelineModel::Duration, number);
    header()->resizeSection(TimelineModel::Size, number);
    const int names = std::clamp(viewport()->width() * 3 / 10, 150, 420);
    header()->resizeSection(TimelineModel::Name, names);
}

QRect TimelineView::barArea() const {
    const int x = header()->sectionViewportPosition(TimelineModel::Bar);
    return {x, 0, header()->sectionSize(TimelineModel::Bar), viewport()->height()};
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const QPoint delta = event->angleDelta();
    const QRect bars = barArea();
    const Scale scale = m_zoom.scale(bars.width());
    if (event->modifiers() & Qt::ControlModifier) {
        const double at = scale.ms(std::clamp(event->position().x() - bars.left(), 0.0, scale.width));
        m_zoom.zoom(delta.y() > 0 ? kZoomStep : 1 / kZoomStep, at);
        event->accept();
        return;
    }
    const int sideways = event->modifiers() & Qt::ShiftModifier ? (delta.y() ? delta.y() : delta.x()) : delta.x();
    if (sideways != 0) {
        m_zoom.pan(-sideways / 120.0 * 0.1 * (scale.toMs - scale.fromMs));
        event->accept();
        return;
    }
    QTreeView::wheelEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const Scale scale = m_zoom.scale(barArea().width());
    const double middle = (scale.fromMs + scale.toMs) / 2;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            m_zoom.zoom(kZoomStep, middle);
            return;
        case Qt::Key_Minus:
            m_zoom.zoom(1 / kZoomStep, middle);
            return;
        case Qt::Key_0:
            m_zoom.fit();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (currentIndex().isValid())
                Q_EMIT opened(currentIndex());
            return;
        default:
            QTreeView::keyPressEvent(event);
    }
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    QTreeView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (!index.parent().isValid()) {
        const QModelIndex stage = index.siblingAtColumn(0);
        setExpanded(stage, !isExpanded(stage));
    }
    Q_EMIT opened(index.siblingAtColumn(0));
}

void TimelineView::paintEvent(QPaintEvent* event) {
    QTreeView::paintEvent(event);
    const QRect bars = barArea();
    QPainter painter(viewport());
    painter.fillRect(QRect(bars.left() - 1, 0, 1, bars.height()), m_theme.color(theme::Role::Hairline));
    if (!m_running)
        return;
    const double x = bars.left() + m_zoom.scale(bars.width()).x(static_cast<double>(m_nowMs));
    if (x >= bars.left() && x <= bars.right())
        painter.fillRect(QRectF(x, 0, 1, bars.height()), m_theme.color(theme::Role::Running));
}

}  // namespace slipway::timeline
