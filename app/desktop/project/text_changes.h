// Edits of bytes as the editor's changes.
#pragma once

#include "dockerfile/syntax_tree.h"
#include "text/edit.h"

#include <QString>

#include <vector>

namespace slipway::project {

/// A piece of a text by another; lines and columns count from 1, columns in UTF-16 units.
struct TextChange {
    int line = 1, column = 1, endLine = 1, endColumn = 1;
    QString text;
};
/// In the edits' order; they are of the tree's text.
[[nodiscard]] std::vector<TextChange> changesOf(const dockerfile::SyntaxTree& tree,
                                                const std::vector<text::Edit>& edits);

}  // namespace slipway::project
