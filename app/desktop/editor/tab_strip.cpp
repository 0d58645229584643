#include "editor/tab_strip.h"

#include "theme/theme.h"

#include <QAbstractButton>
#include <QMouseEvent>
#include <QPainter>

namespace slipway::editor {
namespace {

// A dot while its tab isn't saved, a cross under the pointer and otherwise on the tab in front.
class CloseButton : public QAbstractButton {
public:
    CloseButton(const theme::Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme) {
        setFixedSize(18, 18);
        setFocusPolicy(Qt::NoFocus);
        setToolTip(TabStrip::tr("Close  Ctrl+W"));
        setAccessibleName(TabStrip::tr("Close tab"));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool modified = property("modified").toBool();
        if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(theme::Role::Selection));
            painter.drawRoundedRect(rect(), 4, 4);
        }
        const QPointF c = QRectF(rect()).center();
        if (modified && !underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(theme::Role::Faint));
            painter.drawEllipse(c, 4.5, 4.5);
        } else if (underMouse()) {
            painter.setPen(QPen(m_theme.color(theme::Role::Secondary), 1.4, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(c - QPointF(3.5, 3.5), c + QPointF(3.5, 3.5));
            painter.drawLine(c - QPointF(3.5, -3.5), c + QPointF(3.5, -3.5));
        }
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    const theme::Theme& m_theme;
};

}  // namespace

TabStrip::TabStrip(const theme::Theme& theme, QWidget* parent) : QTabBar(parent), m_theme(theme) {
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::TabFocus);
}

void TabStrip::tabInserted(int index) {
    QTabBar::tabInserted(index);
    auto* close = new CloseButton(m_theme, this);
    connect(close, &QAbstractButton::clicked, this, [this, close] {
        for (int i = 0; i < count(); ++i) {
            if (tabButton(i, QTabBar::RightSide) == close)
                Q_EMIT tabCloseRequested(i);
        }
    });
    setTabButton(index, QTabBar::RightSide, close);
}

void TabStrip::setModified(int index, bool modified) {
    if (QWidget* button = tabButton(index, QTabBar::RightSide)) {
        button->setProperty("modified", modified);
        button->update();
    }
}

QSize TabStrip::tabSizeHint(int index) const {
    QSize size = QTabBar::tabSizeHint(index);
    size.setWidth(std::min(size.width(), 260));
    return size;
}

void TabStrip::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(theme::Role::Hairline));
    painter.end();
    QTabBar::paintEvent(event);
}

void TabStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton) {
        if (const int index = tabAt(event->position().toPoint()); index >= 0)
            Q_EMIT tabCloseRequested(index);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

}  // namespace slipway::editor
