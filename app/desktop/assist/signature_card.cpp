#include "assist/signature_card.h"

#include "theme/theme.h"

#include <QLabel>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::assist {
namespace {

constexpr int kWidest = 520;

/// What one reads while typing; the rest is in the help.
QString firstSentence(const std::string& text) {
    const QString whole = QString::fromStdString(text);
    const qsizetype end = whole.indexOf(u". "_s);
    return end < 0 ? whole : whole.left(end + 1);
}

QString escaped(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toHtmlEscaped();
}

}  // namespace

SignatureCard::SignatureCard(const theme::Theme& theme, QWidget* parent)
    : theme::Card(theme, parent), m_form(new QLabel(this)), m_words(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(m_form);
    column->addWidget(m_words);
    m_form->setTextFormat(Qt::RichText);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(theme::Theme::smallFont());
    m_words->setWordWrap(true);
    m_words->setMaximumWidth(kWidest);
    m_words->setMinimumWidth(kWidest);
}

void SignatureCard::showForm(const language::SignatureHelp& help, const QRect& about, Side side) {
    const auto& form = help.signatures[help.active];
    const std::string_view label = form.label;
    const text::Range at = help.parameter < form.parameters.size() ? form.parameters[help.parameter] : text::Range();
    QString words = escaped(label.substr(0, at.begin)) + u"<b>"_s + escaped(at.of(label)) + u"</b>"_s +
                    escaped(label.substr(at.end));
    if (help.signatures.size() > 1)
        words += u"&nbsp;&nbsp;<span style='color:%1'>%2</span>"_s.arg(
            theme().color(theme::Role::Secondary).name(),
            tr("form %1 of %2").arg(help.active + 1).arg(help.signatures.size()));
    m_form->setFont(theme().codeFont());
    m_form->setText(words);
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, theme().color(theme::Role::Secondary));
    m_words->setPalette(palette);
    m_words->setText(firstSentence(help.documentation));
    setAccessibleName(text());
    showAt(about, side);
}

QString SignatureCard::text() const { return QTextDocumentFragment::fromHtml(m_form->text()).toPlainText(); }

}  // namespace slipway::assist
