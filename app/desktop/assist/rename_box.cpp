#include "assist/rename_box.h"

#include "assist/text_change.h"
#include "language/rename.h"
#include "theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <KTextEditor/Document>
#include <KTextEditor/View>

namespace slipway::assist {
namespace {

constexpr int kWidth = 320;

}  // namespace

RenameBox::RenameBox(KTextEditor::View& view, Asker& asker, KTextEditor::Range name, const theme::Theme& theme)
    : theme::Card(theme, &view, Qt::Popup),
      m_view(view),
      m_asker(asker),
      m_at(name.start()),
      m_before(view.document()->text(name)),
      m_line(new QLineEdit(m_before, this)),
      m_words(new QLabel(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("New name"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(m_line);
    column->addWidget(m_words);
    m_line->setFont(theme.codeFont());
    m_line->setMinimumWidth(kWidth);
    m_line->setAccessibleName(tr("New name"));
    m_words->setFont(theme::Theme::smallFont());
    m_words->setWordWrap(true);
    m_words->setMaximumWidth(kWidth);
    m_line->selectAll();
    setFocusProxy(m_line);
    m_line->setFocus();
    connect(m_line, &QLineEdit::textEdited, this, [this] { judge(false); });
    connect(m_line, &QLineEdit::returnPressed, this, [this] { judge(true); });
    judge(false);
}

QString RenameBox::words() const { return m_words->text(); }

void RenameBox::say(const QString& words, bool complaint) {
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, theme().color(complaint ? theme::Role::Failed : theme::Role::Secondary));
    m_words->setPalette(palette);
    m_words->setText(words);
}

void RenameBox::judge(bool take) {
    const QString name = m_line->text();
    if (take && name == m_before) {
        close();
        return;
    }
    const auto work = [name = name.toStdString()](const Ground& ground) {
        Answer answer;
        const auto edits = language::rename(ground.plan(), ground.offset, name, ground.around);
        if (!edits) {
            answer.complaint = QString::fromStdString(edits.error().message);
            return answer;
        }
        answer.changes = project::changesOf(*ground.snapshot->tree, *edits);
        return answer;
    };
    m_asker.ask(this, m_at, work, [this, take, name](const Answer& answer) {
        if (m_line->text() != name)
            return;  // another one is being judged
        if (!answer.complaint.isEmpty())
            say(answer.complaint, true);
        else if (take)
            apply(answer.changes);
        else if (name == m_before)
            say(tr("Return renames it everywhere, Escape leaves it."), false);
        else
            say(tr("Changes %n place(s).", nullptr, static_cast<int>(answer.changes.size())), false);
    });
}

void RenameBox::apply(const std::vector<project::TextChange>& changes) {
    makeChanges(*m_view.document(), changes);
    close();
    m_view.setFocus();
}

}  // namespace slipway::assist
