#include "editor/formatting.h"

#include "assist/text_change.h"
#include "dockerfile/syntax_tree.h"
#include "editor/code_document.h"
#include "language/format.h"

#include <QtConcurrentRun>

#include <KTextEditor/Document>

namespace slipway::editor {
namespace {

std::vector<project::TextChange> formattingOf(const QString& text) {
    const auto tree = dockerfile::SyntaxTree::parse(text.toStdString());
    return project::changesOf(*tree, language::format(*tree));
}

}  // namespace

void formatDockerfile(CodeDocument& document) {
    QtConcurrent::run(formattingOf, document.text())
        .then(&document, [&document, revision = document.revision()](const std::vector<project::TextChange>& changes) {
            if (document.revision() == revision)
                assist::makeChanges(document.component(), changes);
        });
}

}  // namespace slipway::editor
