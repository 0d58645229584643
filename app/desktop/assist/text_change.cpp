#include "assist/text_change.h"

#include <KTextEditor/Document>

#include <ranges>

namespace slipway::assist {

void makeChanges(KTextEditor::Document& document, const std::vector<project::TextChange>& changes) {
    const KTextEditor::Document::EditingTransaction transaction(&document);
    for (const project::TextChange& change : changes | std::views::reverse) {
        // A line end is the document's own, whatever the file has.
        document.replaceText({change.line - 1, change.column - 1, change.endLine - 1, change.endColumn - 1},
                             QString(change.text).remove(u'\r'));
    }
}

}  // namespace slipway::assist
