#include "window/focus_return.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QWidget>

namespace slipway::window {
namespace {

/// Owned by the popup.
class FocusReturn : public QObject {
public:
    explicit FocusReturn(QWidget& popup) : QObject(&popup), m_popup(popup), m_before(QApplication::focusWidget()) {
        popup.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Hide && !event->spontaneous() && m_before) {
            const QWidget* now = QApplication::focusWidget();
            if (!now || now == &m_popup || m_popup.isAncestorOf(now))
                m_before->setFocus();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    const QWidget& m_popup;
    QPointer<QWidget> m_before;
};

}  // namespace

void returnFocusAfter(QWidget& popup) { new FocusReturn(popup); }

}  // namespace slipway::window
