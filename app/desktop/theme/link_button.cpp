#include "theme/link_button.h"

#include "theme/measure.h"
#include "theme/theme.h"

#include <QPainter>

namespace slipway::theme {

LinkButton::LinkButton(const QString& text, const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme) {
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize LinkButton::sizeHint() const { return {fontMetrics().horizontalAdvance(text()) + 2, rowHeight(fontMetrics())}; }

void LinkButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QFont marked = font();
    marked.setUnderline(isEnabled() && (hasFocus() || underMouse()));
    painter.setFont(marked);
    painter.setPen(m_theme.color(isEnabled() ? Role::Accent : Role::Faint));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, text());
}

}  // namespace slipway::theme
