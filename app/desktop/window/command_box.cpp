#include "window/command_box.h"

#include "theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway::window {

CommandBox::CommandBox(const theme::Theme& theme, QWidget* parent)
    : QPushButton(tr("Go to stage, file, image or command"), parent), m_theme(theme) {
    setFocusPolicy(Qt::TabFocus);
    setMinimumWidth(160);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(tr("Every command, stage, file and image, by typing  Ctrl+Shift+P (files alone: Ctrl+P)"));
}

QSize CommandBox::sizeHint() const { return {420, std::max(28, fontMetrics().height() + 10)}; }

void CommandBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hot = underMouse() || hasFocus();
    painter.setPen(QPen(m_theme.color(hasFocus() ? theme::Role::Accent : theme::Role::Border), 1));
    painter.setBrush(m_theme.color(hot ? theme::Role::Panel : theme::Role::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const QString keys = QKeySequence(u"Ctrl+Shift+P"_s).toString(QKeySequence::NativeText);
    const QFont small = theme::Theme::smallFont();
    const int keysWidth = QFontMetrics(small).horizontalAdvance(keys) + 12;
    painter.setPen(m_theme.color(theme::Role::Secondary));
    painter.drawText(rect().adjusted(10, 0, -keysWidth - 16, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - keysWidth - 30));
    if (width() < keysWidth + 120)
        return;
    const QRect box(width() - keysWidth - 6, 5, keysWidth, height() - 10);
    painter.setPen(QPen(m_theme.color(theme::Role::Border), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(small);
    painter.setPen(m_theme.color(theme::Role::Secondary));
    painter.drawText(box, Qt::AlignCenter, keys);
}

}  // namespace slipway::window
