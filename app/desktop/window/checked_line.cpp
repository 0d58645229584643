#include "window/checked_line.h"

#include "theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace slipway::window {
namespace {
constexpr int kPauseMs = 400;
}

CheckedLine::CheckedLine(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_complaint(new QLabel(this)) {
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
    column->addWidget(m_line);
    column->addWidget(m_complaint);
    setFocusProxy(m_line);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { complain(m_next); });
}

QString CheckedLine::complaint() const { return m_complaint->text(); }

void CheckedLine::complainSoon(const QString& sentence) {
    m_next = sentence;
    if (sentence.isEmpty() || !complaint().isEmpty())
        complain(sentence);
    else
        m_pause.start();
}

void CheckedLine::complain(const QString& sentence) {
    m_pause.stop();
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
}

}  // namespace slipway::window
