#include "assist/return_format.h"

#include "assist/text_change.h"
#include "language/format.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>

namespace slipway::assist {
namespace {

/// Up to here the answer is there before the next key; a text beyond it is parsed in the background.
constexpr qsizetype kAtOnce = 500'000;

NewLine answerAt(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    std::vector<text::Edit> edits = language::formatNewLine(tree, offset);
    const std::size_t line = tree.lines().lineStart(tree.lines().line(offset));
    const auto below =
        std::ranges::stable_partition(edits, [&](const text::Edit& edit) { return edit.range.begin < line; });
    const std::vector<text::Edit> indentation(below.begin(), below.end());
    edits.erase(below.begin(), below.end());
    return {project::changesOf(tree, indentation), project::changesOf(tree, edits)};
}

}  // namespace

ReturnFormat::ReturnFormat(KTextEditor::View& view, Asker& asker)
    : m_view(view), m_asker(asker), m_keys(view.focusProxy() ? static_cast<QObject*>(view.focusProxy()) : &view) {
    m_keys->installEventFilter(this);
}

ReturnFormat::~ReturnFormat() {
    if (m_keys)
        m_keys->removeEventFilter(this);
}

bool ReturnFormat::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || m_passing || !m_asker.canAsk())
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (!plain || (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter))
        return QObject::eventFilter(watched, event);
    // The view does its work first, so that the next key finds the line as it stays, however fast it comes.
    const QScopedValueRollback passing(m_passing, true);
    pass(watched, event);
    return true;
}

void ReturnFormat::pass(QObject* watched, QEvent* event) {
    KTextEditor::Document& document = *m_view.document();
    const KTextEditor::Cursor at = m_view.cursorPosition();
    const int lines = document.lines();
    const bool whole = at.column() == 0 && !m_view.selection();
    const QString pushed = whole ? document.line(at.line()) : QString();
    // A line end and its indentation are one step to undo.
    Step step(&document);
    QCoreApplication::sendEvent(watched, event);
    // A list may have taken the key for itself.
    if (document.lines() != lines + 1 || m_view.cursorPositions().size() > 1)
        return;
    const int line = m_view.cursorPosition().line();
    // The view gives it the indentation of what stands above, be it another instruction's last line.
    const QString below = document.line(line);
    if (whole && below.size() > pushed.size() && below.endsWith(pushed))
        document.removeText({line, 0, line, static_cast<int>(below.size() - pushed.size())});
    if (document.totalCharacters() > kAtOnce)
        return askLater();
    const auto known = m_asker.analysis().current();
    const auto tree = dockerfile::SyntaxTree::parse(
        document.text().toStdString(), known->path == m_asker.document().path() ? known->tree.get() : nullptr);
    const KTextEditor::Cursor now = m_view.cursorPosition();
    take(answerAt(*tree, project::offsetOf(*tree, {now.line() + 1, now.column() + 1})), step);
}

void ReturnFormat::askLater() {
    const auto work = [](const Ground& ground) { return answerAt(*ground.snapshot->tree, ground.offset); };
    m_asker.ask(this, m_view.cursorPosition(), work, [this](const NewLine& answer) {
        Step step(m_view.document());
        take(answer, step);
    });
}

void ReturnFormat::take(const NewLine& answer, Step& step) {
    makeChanges(*m_view.document(), answer.indentation);
    step.finish();
    if (m_formats)
        makeChanges(*m_view.document(), answer.style);
}

}  // namespace slipway::assist
