#include "window/checked_line.h"

#include "theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace slipway::window {

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
}

QString CheckedLine::complaint() const { return m_complaint->text(); }

void CheckedLine::complain(const QString& sentence) {
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
}

}  // namespace slipway::window
