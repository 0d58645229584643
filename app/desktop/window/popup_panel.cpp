#include "window/popup_panel.h"

#include "theme/theme.h"
#include "window/focus_return.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway::window {
namespace {
constexpr int kWidth = 380;
constexpr int kEdge = 16;    // around the rows
constexpr int kBelow = 8;    // between the panel and the screen's edge
constexpr int kLeast = 120;  // of the rows' height, however small the screen is
}  // namespace

PopupPanel::PopupPanel(const QString& title, const theme::Theme& theme, QWidget* parent)
    : theme::Card(theme, parent, Qt::Popup), m_scroll(new QScrollArea(this)), m_form(new QFormLayout) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kEdge, 12, 1, kEdge);
    layout->setSpacing(12);
    auto* heading = new QLabel(title, this);
    QFont bold = font();
    bold.setBold(true);
    heading->setFont(bold);
    layout->addWidget(heading);
    auto* rows = new QWidget;
    rows->setLayout(m_form);
    rows->installEventFilter(this);
    m_form->setContentsMargins(0, 0, kEdge - 1, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(rows);
    rows->setAutoFillBackground(false);
    QPalette ground = m_scroll->verticalScrollBar()->palette();
    ground.setColor(QPalette::Base, theme.color(theme::Role::Raised));
    m_scroll->verticalScrollBar()->setPalette(ground);
    layout->addWidget(m_scroll);
}

bool PopupPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool taken = theme::Card::eventFilter(watched, event);
    if (watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &PopupPanel::fit, Qt::QueuedConnection);
    return taken;
}

void PopupPanel::fit() {
    const QWidget& rows = *m_scroll->widget();
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const QMargins edges = layout()->contentsMargins();
    const int above = edges.top() + layout()->itemAt(0)->sizeHint().height() + layout()->spacing();
    const int most = screen()->availableGeometry().bottom() - y() - kBelow - above - edges.bottom();
    const int wide = std::max(width(), edges.left() + edges.right() + rows.minimumSizeHint().width() + bar);
    const int inside = wide - edges.left() - edges.right();
    const int wanted =
        m_form->hasHeightForWidth() ? m_form->totalHeightForWidth(inside) : m_form->totalSizeHint().height();
    const int room = std::max(most, kLeast);
    // A bar that is there takes width, so that sentences take more lines, and stays for them where nobody needs it.
    m_scroll->setVerticalScrollBarPolicy(wanted > room ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_scroll->setFixedHeight(std::min(wanted, room));
    resize(wide, above + m_scroll->height() + edges.bottom());
}

void PopupPanel::showBelow(const QWidget& button) {
    const QPoint corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4));
    move(corner);
    resize(kWidth, 1);
    fit();
    const QRect screen = button.screen()->availableGeometry();
    move(std::clamp(corner.x() - width(), screen.left(), std::max(screen.left(), screen.right() - width())),
         corner.y());
    returnFocusAfter(*this);
    show();
    setFocus();
}

}  // namespace slipway::window
