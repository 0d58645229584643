#include "theme/start_page.h"

#include "theme/link_button.h"
#include "theme/measure.h"

#include <QLabel>
#include <QVBoxLayout>

namespace slipway::theme {

StartPage::StartPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_sentence(new QLabel(this)), m_column(new QVBoxLayout(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_column->setContentsMargins(4 * kGrid, 4 * kGrid, 4 * kGrid, 4 * kGrid);
    m_column->setSpacing(3 * kGrid);
    m_column->addStretch();
    m_column->addWidget(m_sentence);
    m_column->addStretch();
}

void StartPage::say(const QString& sentence) { m_sentence->setText(sentence); }

void StartPage::offer(const QList<QAction*>& actions) {
    Q_ASSERT(!m_link);
    m_link = new LinkButton(actions, m_theme, this);
    m_column->insertWidget(2, m_link, 0, Qt::AlignHCenter);
}

void StartPage::setOffering(bool offering) {
    if (m_link)
        m_link->setVisible(offering);
}

}  // namespace slipway::theme
