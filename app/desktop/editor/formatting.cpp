#include "editor/formatting.h"

#include "dockerfile/syntax_tree.h"
#include "editor/code_document.h"
#include "language/format.h"
#include "project/places.h"

#include <QtConcurrentRun>

#include <KTextEditor/Document>

#include <ranges>

namespace slipway::editor {
namespace {

struct Change {
    KTextEditor::Range range;
    QString text;
};

KTextEditor::Cursor cursorAt(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    const project::Place place = project::placeOf(tree, offset);
    return {place.line - 1, place.column - 1};
}

std::vector<Change> changesOf(const QString& text) {
    const auto tree = dockerfile::SyntaxTree::parse(text.toStdString());
    std::vector<Change> changes;
    for (const text::Edit& edit : language::format(*tree))
        changes.push_back({{cursorAt(*tree, edit.range.begin), cursorAt(*tree, edit.range.end)},
                           QString::fromStdString(edit.replacement)});
    return changes;
}

}  // namespace

void formatDockerfile(CodeDocument& document) {
    QtConcurrent::run(changesOf, document.text())
        .then(&document, [&document, revision = document.revision()](const std::vector<Change>& changes) {
            if (document.revision() != revision)
                return;
            KTextEditor::Document& component = document.component();
            const KTextEditor::Document::EditingTransaction transaction(&component);
            for (const Change& change : changes | std::views::reverse)
                component.replaceText(change.range, change.text);
        });
}

}  // namespace slipway::editor
