#include "assist/text_change.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>
#include <ranges>
#include <utility>
#include <vector>

namespace slipway::assist {

void makeChanges(KTextEditor::Document& document, const std::vector<project::TextChange>& changes) {
    const KTextEditor::Document::EditingTransaction transaction(&document);
    for (const project::TextChange& change : changes | std::views::reverse) {
        const KTextEditor::Range range(change.line - 1, change.column - 1, change.endLine - 1, change.endColumn - 1);
        // A line end is the document's own, whatever the file has.
        const QString text = QString(change.text).remove(u'\r');
        // A cursor in what is replaced would go to its end.
        std::vector<std::pair<KTextEditor::View*, KTextEditor::Cursor>> cursors;
        for (KTextEditor::View* view : document.views()) {
            const KTextEditor::Cursor at = view->cursorPosition();
            if (!range.isEmpty() && range.onSingleLine() && range.start() <= at && at < range.end())
                cursors.emplace_back(view, at);
        }
        document.replaceText(range, text);
        for (const auto& [view, at] : cursors) {
            const auto most = range.start().column() + static_cast<int>(text.size());
            view->setCursorPosition({at.line(), std::min(at.column(), most)});
        }
    }
}

}  // namespace slipway::assist
