#include "theme/elided_button.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace slipway::theme {

ElidedButton::ElidedButton(QWidget* parent) : QToolButton(parent) {
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize ElidedButton::minimumSizeHint() const {
    constexpr int kFewest = 16;  // of its characters
    const QSize whole = sizeHint();
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * kFewest), whole.height()};
}

void ElidedButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int wanted = sizeHint().width();
    if (width() < wanted) {  // a text that just fits may be a part of a pixel wider than it is said to be
        const int around = wanted - fontMetrics().horizontalAdvance(text());
        option.text = fontMetrics().elidedText(text(), Qt::ElideMiddle, width() - around);
    }
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

}  // namespace slipway::theme
