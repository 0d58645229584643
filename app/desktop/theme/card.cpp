#include "theme/card.h"

#include "theme/theme.h"

#include <QGuiApplication>
#include <QLayout>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace slipway::theme {

Card::Card(const Theme& theme, QWidget* parent, Qt::WindowFlags kind) : QFrame(parent, kind), m_theme(theme) {
    if (kind != Qt::ToolTip)
        return;
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
}

void Card::showAt(const QRect& about, Side side) {
    constexpr int kGap = 4;
    if (layout())
        layout()->activate();
    const QSize size = layout() ? layout()->sizeHint() : sizeHint();
    const QScreen* screen = QGuiApplication::screenAt(about.center());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    const int below = about.bottom() + kGap, above = about.top() - kGap - size.height();
    const bool wantsAbove = side == Side::Above ? above >= room.top() : below + size.height() > room.bottom();
    move(std::clamp(about.left(), room.left(), std::max(room.left(), room.right() - size.width())),
         wantsAbove ? above : below);
    show();
    raise();
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Raised));
    painter.setPen(QPen(m_theme.color(Role::Border), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

}  // namespace slipway::theme
