// What the editor component brings, as entries of our table: shown with our words, done by the view in front.
#pragma once

#include <QObject>

namespace KTextEditor {
class View;
}
namespace slipway::editor {
class EditorArea;
}

namespace slipway::window {

class Actions;

/// GUI thread; owned by the window.
class EditorActions : public QObject {
    Q_OBJECT
public:
    EditorActions(Actions& actions, editor::EditorArea& area, QObject* parent);

    /// Ids of the table's entries for a menu, "-" between groups; from "edit", "view", "editor".
    [[nodiscard]] static QList<QByteArray> idsOf(const char* menu);

private:
    /// Gives a view's actions the keys of the scheme, and takes those that are ours.
    void claimKeys(KTextEditor::View& view) const;
    void follow();

    Actions& m_actions;
    editor::EditorArea& m_area;
};

}  // namespace slipway::window
