#include "theme/finder_card.h"

#include "theme/measure.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway::theme {
namespace {
constexpr int kRows = 14, kWidest = 640;
}

FinderCard::FinderCard(const Theme& theme, const Words& words, QWidget* window)
    : Card(theme, window, Qt::Popup),
      m_line(new QLineEdit(this)),
      m_view(new QListView(this)),
      m_none(new QLabel(words.none, this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(words.name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_line->setPlaceholderText(words.hint);
    m_line->setAccessibleName(words.hint);
    m_line->setTextMargins(4, 2, 4, 2);
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAccessibleName(words.name);
    m_none->setContentsMargins(kEdge, 4, kEdge, 4);
    m_none->hide();
    column->addWidget(m_line);
    column->addWidget(m_view);
    column->addWidget(m_none);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    connect(m_view, &QListView::clicked, this, [this] { pick(); });
}

void FinderCard::open(const QRect& area) {
    setFixedWidth(std::min(kWidest, area.width() - 2 * kEdge));
    move(area.left() + (area.width() - width()) / 2, area.top() + kGrid);
    show();
    m_line->setFocus();
}

void FinderCard::fit(bool saysNone) {
    const int rows = m_view->model()->rowCount();
    const bool none = rows == 0 && saysNone;
    m_view->setVisible(!none);
    m_none->setVisible(none);
    m_view->setFixedHeight(std::min(rows, kRows) * rowHeight(fontMetrics()));
    m_view->setCurrentIndex(m_view->model()->index(0, 0));
    adjustSize();
}

bool FinderCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return Card::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            pick();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_view, event);
            return true;
        default:
            return false;
    }
}

}  // namespace slipway::theme
