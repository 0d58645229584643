#include "window/popup_panel.h"

#include "window/focus_return.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

namespace slipway::window {

PopupPanel::PopupPanel(const QString& title, const theme::Theme& theme, QWidget* parent)
    : theme::Card(theme, parent, Qt::Popup), m_form(new QFormLayout) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    auto* heading = new QLabel(title, this);
    QFont bold = font();
    bold.setBold(true);
    heading->setFont(bold);
    layout->addWidget(heading);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(m_form);
    setMinimumWidth(380);
}

bool PopupPanel::event(QEvent* event) {
    const bool taken = theme::Card::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        resize(width(),
               layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->sizeHint().height());
    return taken;
}

void PopupPanel::showBelow(const QWidget& button) {
    adjustSize();
    QPoint at = button.mapToGlobal(QPoint(button.width() - width(), button.height() + 4));
    const QRect screen = button.screen()->availableGeometry();
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(at);
    returnFocusAfter(*this);
    show();
    setFocus();
}

}  // namespace slipway::window
