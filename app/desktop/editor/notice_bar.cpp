#include "editor/notice_bar.h"

#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>

namespace slipway::editor {

NoticeBar::NoticeBar(const QString& text, Kind kind, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_theme(theme), m_label(new QLabel(text, this)), m_answers(new QHBoxLayout) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 12, 6);
    layout->setSpacing(8);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    layout->addWidget(m_label, 1);
    m_answers->setSpacing(8);
    layout->addLayout(m_answers);
    auto* dismiss = new QPushButton(tr("Dismiss"), this);
    dismiss->setFlat(true);
    dismiss->setToolTip(tr("Leave things as they are (Escape)"));
    connect(dismiss, &QPushButton::clicked, this, [this] {
        Q_EMIT ended();
        close();
    });
    layout->addWidget(dismiss);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(text);
}

void NoticeBar::addAnswer(const QString& text, const std::function<void()>& then) {
    auto* button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, this, [this, then] {
        // What the answer does may end the bar, and this function with it.
        const auto action = then;
        const QPointer<NoticeBar> bar(this);
        Q_EMIT ended();
        action();
        if (bar)
            bar->close();
    });
    m_answers->addWidget(button);
}

QString NoticeBar::text() const { return m_label->text(); }

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Raised));
    const theme::Role stripe = m_kind == Kind::Error     ? theme::Role::Failed
                               : m_kind == Kind::Warning ? theme::Role::Rebuild
                                                         : theme::Role::Accent;
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(stripe));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(theme::Role::Hairline));
}

void NoticeBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    Q_EMIT ended();
    close();
}

}  // namespace slipway::editor
