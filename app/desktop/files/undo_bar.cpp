#include "files/undo_bar.h"

#include "theme/measure.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <chrono>

namespace slipway::files {
namespace {
constexpr std::chrono::seconds kShownFor{30};
}

UndoBar::UndoBar(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_words(new QLabel(this)), m_button(new QPushButton(tr("Undo"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3 * theme::kGrid, theme::kGrid, 2 * theme::kGrid, theme::kGrid);
    row->setSpacing(2 * theme::kGrid);
    m_words->setFont(theme::Theme::smallFont());
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_button->setFont(theme::Theme::smallFont());
    m_button->setToolTip(tr("Take it back  Ctrl+Z"));
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &UndoBar::undo);
    m_goes.setSingleShot(true);
    m_goes.setInterval(kShownFor);
    connect(&m_goes, &QTimer::timeout, this, [this] {
        m_undo = nullptr;
        hide();
    });
    hide();
}

void UndoBar::offer(const QString& words, std::function<void()> undo) {
    m_undo = std::move(undo);
    m_words->setText(words);
    show();
    m_goes.start();
}

void UndoBar::undo() {
    m_goes.stop();
    hide();
    if (const auto undo = std::exchange(m_undo, nullptr))
        undo();
}

void UndoBar::hideEvent(QHideEvent* event) {
    if (m_button->hasFocus())
        parentWidget()->setFocus();
    QWidget::hideEvent(event);
}

void UndoBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Raised));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(theme::Role::Hairline));
}

}  // namespace slipway::files
