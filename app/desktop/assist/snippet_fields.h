// A snippet that is being filled in: Tab goes from place to place, and ends behind the last.
#pragma once

#include <KTextEditor/Cursor>
#include <KTextEditor/MovingCursor>
#include <KTextEditor/MovingRange>

#include <QObject>

#include <memory>
#include <vector>

namespace KTextEditor {
class View;
}
namespace slipway::theme {
class Theme;
}

namespace slipway::assist {

/// Of one view. GUI thread; the view outlives it. Lasts until Tab leaves the last place, Return or Escape is pressed,
/// or the cursor leaves all places: every key is the text's own again then.
class SnippetFields : public QObject {
    Q_OBJECT
public:
    SnippetFields(KTextEditor::View& view, const theme::Theme& theme);

    /// Puts a snippet of core/language, with places as "${1:image}", in place of a range and chooses its first place.
    void begin(const KTextEditor::Range& range, const std::string& snippet);
    [[nodiscard]] bool isActive() const { return !m_fields.empty(); }
    /// True where the key was the snippet's alone.
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    void end();

private:
    void choose(std::size_t field);
    void leaveIfOutside();

    KTextEditor::View& m_view;
    const theme::Theme& m_theme;
    std::vector<std::unique_ptr<KTextEditor::MovingRange>> m_fields;  ///< none while there is nothing to fill in
    std::unique_ptr<KTextEditor::MovingCursor> m_behind;              ///< where the cursor is left
    std::size_t m_at = 0;
    bool m_moving = false;  ///< it is us who move the cursor
};

}  // namespace slipway::assist
