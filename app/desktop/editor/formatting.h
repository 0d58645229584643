// Brings a Dockerfile into the usual style, as `slipway fmt` does.
#pragma once

namespace slipway::editor {

class CodeDocument;

/// One undoable change of what differs alone, so that cursors and marks stay; nothing where the text was edited
/// meanwhile. Returns at once. GUI thread.
void formatDockerfile(CodeDocument& document);

}  // namespace slipway::editor
