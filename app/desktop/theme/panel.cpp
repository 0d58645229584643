#include "theme/panel.h"

#include "theme/measure.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::theme {
namespace {

// A title in small capitals' stead: upper case, spaced, bold.
QFont titleFont() {
    QFont font = Theme::smallFont();
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    return font;
}

}  // namespace

PanelTitle::PanelTitle(const QString& title, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new QLabel(title, this)),
      m_detail(new QLabel(this)),
      m_layout(new QHBoxLayout(this)) {
    m_layout->setContentsMargins(3 * kGrid, 0, 3 * kGrid, 0);
    m_layout->setSpacing(2 * kGrid);
    m_title->setFont(titleFont());
    m_detail->setFont(Theme::smallFont());
    m_layout->addWidget(m_title);
    m_layout->addStretch(1);
    m_layout->addWidget(m_detail);
    setFixedHeight(titleHeight(fontMetrics()));
    connect(&theme, &Theme::changed, this, &PanelTitle::recolor);
    recolor();
}

void PanelTitle::recolor() {
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(Role::Secondary));
    quiet.setColor(QPalette::ButtonText, m_theme.color(Role::Secondary));
    for (int i = 0; i < m_layout->count(); ++i) {
        if (QWidget* const one = m_layout->itemAt(i)->widget())
            one->setPalette(quiet);
    }
    update();
}

void PanelTitle::setDetail(const QString& detail) { m_detail->setText(detail); }

void PanelTitle::addControl(QWidget* control) {
    control->setFont(Theme::smallFont());
    m_layout->addWidget(control);
    recolor();
}

QSize PanelTitle::sizeHint() const { return {60, maximumHeight()}; }

void PanelTitle::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), m_theme.color(Role::Panel)); }

Panel::Panel(const QString& title, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_name(title),
      m_title(new PanelTitle(title, theme, this)),
      m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_title);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(title);
}

void Panel::setContent(QWidget* content) {
    m_content = content;
    m_layout->addWidget(content, 1);
    setFocusProxy(content);
}

void Panel::setEmpty(const QString& sentence, const QString& action) {
    delete m_empty;
    m_empty = nullptr;
    if (m_content)
        m_content->setVisible(sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    m_empty = new QWidget(this);
    auto* layout = new QVBoxLayout(m_empty);
    layout->setContentsMargins(4 * kGrid, 2 * kGrid, 4 * kGrid, 4 * kGrid);
    layout->setSpacing(3 * kGrid);
    auto* label = new QLabel(sentence, m_empty);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(label);
    if (!action.isEmpty()) {
        auto* button = new QPushButton(action, m_empty);
        connect(button, &QPushButton::clicked, this, &Panel::emptyActionTriggered);
        layout->addWidget(button, 0, Qt::AlignLeft);
    }
    layout->addStretch(1);
    m_layout->addWidget(m_empty, 1);
}

}  // namespace slipway::theme
