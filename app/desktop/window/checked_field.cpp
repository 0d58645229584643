#include "window/checked_field.h"

#include "theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace slipway::window {
namespace {
constexpr int kPauseMs = 400;
}

CheckedField::CheckedField(QWidget* field, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_complaint(new QLabel(this)) {
    m_complaint->setWordWrap(true);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setFont(theme::Theme::smallFont());
    QPalette palette = m_complaint->palette();
    palette.setColor(QPalette::WindowText, theme.color(theme::Role::Failed));
    m_complaint->setPalette(palette);
    m_complaint->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(field);
    column->addWidget(m_complaint);
    setFocusProxy(field);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { complain(m_next); });
}

QString CheckedField::complaint() const { return m_complaint->text(); }

void CheckedField::complainSoon(const QString& sentence) {
    m_next = sentence;
    if (sentence.isEmpty() || !complaint().isEmpty())
        complain(sentence);
    else
        m_pause.start();
}

void CheckedField::complain(const QString& sentence) {
    m_pause.stop();
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
}

}  // namespace slipway::window
