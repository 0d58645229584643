#include "assist/remedy_bulb.h"

#include "theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace slipway::assist {

RemedyBulb::RemedyBulb(const theme::Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme) {
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("What can be done here"));
    setToolTip(tr("What can be done here (Alt+Enter)"));
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

QSize RemedyBulb::sizeHint() const { return {16, 16}; }

void RemedyBulb::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // It stands over the end of the line's number.
    painter.fillRect(rect(), m_theme.color(theme::Role::CurrentLine));
    const qreal scale = std::min(width(), height()) / 16.0;
    painter.translate((width() - 16 * scale) / 2, (height() - 16 * scale) / 2);
    painter.scale(scale, scale);
    const QColor color = m_theme.color(theme::Role::Rebuild);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath glass;
    glass.moveTo(6.3, 10.6);
    glass.cubicTo(6.2, 9.2, 4.0, 8.6, 4.0, 5.9);
    glass.cubicTo(4.0, 3.6, 5.8, 2.0, 8.0, 2.0);
    glass.cubicTo(10.2, 2.0, 12.0, 3.6, 12.0, 5.9);
    glass.cubicTo(12.0, 8.6, 9.8, 9.2, 9.7, 10.6);
    glass.closeSubpath();
    QColor glow = color;
    glow.setAlphaF(underMouse() ? 0.55F : 0.25F);
    painter.setBrush(glow);
    painter.drawPath(glass);
    painter.drawLine(QPointF(6.6, 12.6), QPointF(9.4, 12.6));
    painter.drawLine(QPointF(7.3, 14.4), QPointF(8.7, 14.4));
}

}  // namespace slipway::assist
