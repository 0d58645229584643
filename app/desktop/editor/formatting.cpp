#include "editor/formatting.h"

#include "assist/text_change.h"
#include "dockerfile/syntax_tree.h"
#include "editor/code_document.h"
#include "language/format.h"
#include "project/places.h"

#include <QtConcurrentRun>

#include <KTextEditor/Document>

namespace slipway::editor {
namespace {

std::vector<project::TextChange> formattingOf(const QString& text, KTextEditor::Range selection) {
    const auto tree = dockerfile::SyntaxTree::parse(text.toStdString());
    if (!selection.isValid() || selection.isEmpty())
        return project::changesOf(*tree, language::format(*tree));
    const auto offsetOf = [&](KTextEditor::Cursor at) {
        return project::offsetOf(*tree, {at.line() + 1, at.column() + 1});
    };
    text::Range range{offsetOf(selection.start()), offsetOf(selection.end())};
    // Whole lines are selected up to the begin of the next one, which isn't meant.
    if (selection.end().column() == 0)
        --range.end;
    return project::changesOf(*tree, language::format(*tree, range));
}

}  // namespace

void formatDockerfile(CodeDocument& document, KTextEditor::Range selection) {
    QtConcurrent::run(formattingOf, document.text(), selection)
        .then(&document, [&document, revision = document.revision()](const std::vector<project::TextChange>& changes) {
            if (document.revision() == revision)
                assist::makeChanges(document.component(), changes);
        });
}

}  // namespace slipway::editor
