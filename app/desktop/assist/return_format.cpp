#include "assist/return_format.h"

#include "assist/text_change.h"
#include "language/format.h"

#include <QKeyEvent>

#include <KTextEditor/Document>
#include <KTextEditor/View>

namespace slipway::assist {
namespace {

std::vector<project::TextChange> changesAt(const Ground& ground, bool formats) {
    const dockerfile::SyntaxTree& tree = *ground.snapshot->tree;
    std::vector<text::Edit> edits = language::formatNewLine(tree, ground.offset);
    const std::size_t line = tree.lines().lineStart(tree.lines().line(ground.offset));
    // What stands above the new line is style, what stands in it is its indentation.
    if (!formats)
        std::erase_if(edits, [&](const text::Edit& edit) { return edit.range.begin < line; });
    return project::changesOf(tree, edits);
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
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
        // Behind the view's own work on it; a list may take the key for itself.
        if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            const KTextEditor::Cursor at = m_view.cursorPosition();
            const bool whole = at.column() == 0 && !m_view.selection();
            QMetaObject::invokeMethod(
                this,
                [this, lines = m_view.document()->lines(),
                 pushed = whole ? std::optional(m_view.document()->line(at.line())) : std::nullopt] {
                    afterReturn(lines, pushed);
                },
                Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

void ReturnFormat::afterReturn(int lines, const std::optional<QString>& pushed) {
    if (m_view.document()->lines() != lines + 1 || m_view.cursorPositions().size() > 1 || !m_asker.canAsk())
        return;
    // The view gives it the indentation of what stands above, be it another instruction's last line.
    const int line = m_view.cursorPosition().line();
    const QString now = m_view.document()->line(line);
    if (pushed && now.size() > pushed->size() && now.endsWith(*pushed))
        m_view.document()->removeText({line, 0, line, static_cast<int>(now.size() - pushed->size())});
    const auto work = [formats = m_formats](const Ground& ground) { return changesAt(ground, formats); };
    m_asker.ask(this, m_view.cursorPosition(), work,
                [this](const std::vector<project::TextChange>& changes) { makeChanges(*m_view.document(), changes); });
}

}  // namespace slipway::assist
