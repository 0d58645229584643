// Brings a Dockerfile into the usual style, as `slipway fmt` does.
#pragma once

#include <KTextEditor/Range>

namespace slipway::editor {

class CodeDocument;

/// Whole, or the instructions that a range touches, where there is one. One undoable change of what differs alone, so
/// that cursors and marks stay; nothing where the text was edited meanwhile. Returns at once. GUI thread.
void formatDockerfile(CodeDocument& document, KTextEditor::Range selection = KTextEditor::Range::invalid());

}  // namespace slipway::editor
