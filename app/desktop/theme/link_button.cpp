#include "theme/link_button.h"

#include "theme/measure.h"
#include "theme/theme.h"

#include <QAction>
#include <QPainter>

#include <algorithm>

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

LinkButton::LinkButton(const QList<QAction*>& actions, const Theme& theme, QWidget* parent)
    : LinkButton(QString(), theme, parent) {
    const auto chosen = [actions] {
        const auto usable = std::ranges::find_if(actions, &QAction::isEnabled);
        return usable == actions.end() ? actions.back() : *usable;
    };
    const auto follow = [this, chosen] {
        const QAction& action = *chosen();
        const QString words = action.text().remove(QLatin1Char('&'));
        setText(action.shortcut().isEmpty()
                    ? words
                    : words + QStringLiteral("  ") + action.shortcut().toString(QKeySequence::NativeText));
        setEnabled(action.isEnabled());
        updateGeometry();
    };
    follow();
    for (QAction* action : actions)
        connect(action, &QAction::changed, this, follow);
    connect(this, &QAbstractButton::clicked, this, [chosen] { chosen()->trigger(); });
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
