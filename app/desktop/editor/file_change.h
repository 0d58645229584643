// A file of the project changed by what someone chose in the editor, with a bar that takes it back.
#pragma once

namespace slipway::project {
class Project;
struct Remedy;
}  // namespace slipway::project

namespace slipway::editor {

class DocumentPage;

/// Writes the remedy's file in the background; where it is open, in its text, so that nobody's typing is lost. The page
/// says so and offers Undo, or says why it can't be written. GUI thread.
void changeFile(DocumentPage& page, const project::Project& project, const project::Remedy& remedy);

}  // namespace slipway::editor
