#include "editor/fold_column.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QWidget>

#include <KTextEditor/View>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

constexpr int kMargin = 4;  // between the marks and the text

}  // namespace

FoldColumn::FoldColumn(KTextEditor::View& view, std::function<bool(int)> isOurs)
    : m_view(view), m_isOurs(std::move(isOurs)) {
    for (QWidget* part : view.findChildren<QWidget*>())
        part->installEventFilter(this);
}

bool FoldColumn::isHovered() const { return m_border && m_border->underMouse(); }

// Which of the view's parts it is, its place says once it was painted: by the time that the pointer comes over it.
bool FoldColumn::isBorder(QWidget& part) {
    if (m_border)
        return &part == m_border;
    const int text = m_view.textAreaRect().left();
    if (part.mapTo(&m_view, QPoint(0, 0)).x() >= text ||
        std::abs(part.mapTo(&m_view, QPoint(part.width(), 0)).x() - text) > kMargin)
        return false;
    m_border = &part;
    for (QWidget* other : m_view.findChildren<QWidget*>())
        if (other != &part)
            other->removeEventFilter(this);
    return true;
}

int FoldColumn::lineAt(const QMouseEvent& event) const {
    if (!m_view.configValue(u"folding-bar"_s).toBool())
        return -1;
    const QPoint at = m_border->mapTo(&m_view, event.position().toPoint());
    const int right = m_view.textAreaRect().left();
    // Marks are as wide as the font is high.
    const int width = static_cast<int>(QFontMetricsF(m_view.configValue(u"font"_s).value<QFont>()).height());
    if (at.x() < right - kMargin - width || at.x() >= right)
        return -1;
    return m_view.coordinatesToCursor({right + 1, at.y()}).line();
}

bool FoldColumn::take(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton)
        return false;
    if (event.type() == QEvent::MouseButtonRelease) {
        const int pressed = std::exchange(m_pressed, -1);
        if (pressed >= 0 && pressed == lineAt(event))
            Q_EMIT clicked(pressed);
        return pressed >= 0;
    }
    const int line = lineAt(event);
    m_pressed = line >= 0 && m_isOurs(line) ? line : -1;
    return m_pressed >= 0;
}

bool FoldColumn::eventFilter(QObject* watched, QEvent* event) {
    const auto isThere = [&] {
        auto* part = qobject_cast<QWidget*>(watched);
        return part && isBorder(*part);
    };
    switch (event->type()) {
        case QEvent::Enter:
            if (isThere())
                Q_EMIT entered();
            break;
        case QEvent::Leave:
            if (isThere())
                Q_EMIT left();
            break;
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseButtonRelease:
            return isThere() && take(*static_cast<QMouseEvent*>(event));
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace slipway::editor
