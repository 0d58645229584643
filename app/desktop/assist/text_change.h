// Changes of a text, made as one that can be undone.
#pragma once

#include "project/text_changes.h"

namespace KTextEditor {
class Document;
}

namespace slipway::assist {

/// What differs changes alone, so that cursors and marks stay. The changes are in order. GUI thread.
void makeChanges(KTextEditor::Document& document, const std::vector<project::TextChange>& changes);

}  // namespace slipway::assist
