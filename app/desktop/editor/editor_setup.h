// How the editor component is set up: what only its configuration reaches, before it is first made.
#pragma once

namespace slipway::theme {
class Theme;
}
namespace KTextEditor {
class View;
}

namespace slipway::editor {

/// A longer line is shown in pieces, in a text that can only be read: the component would hang.
inline constexpr int kLongestLine = 10'000;
/// Writes the editor component's keys into the application's configuration. Call once, before the first document.
void prepareEditor();
/// Colours, font and borders of a view, as the theme has them now.
void dress(KTextEditor::View& view, const theme::Theme& theme);

}  // namespace slipway::editor
