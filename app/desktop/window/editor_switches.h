// What can be switched on and off in the editor: entries of the table that stay as they were chosen.
#pragma once

#include <QObject>

#include <functional>

class QAction;

namespace slipway::editor {
class EditorArea;
class Pane;
}  // namespace slipway::editor

namespace slipway::window {

class Actions;

/// GUI thread; owned by the window. Each switch holds for all views, those that are made later too.
class EditorSwitches : public QObject {
    Q_OBJECT
public:
    EditorSwitches(Actions& actions, editor::EditorArea& area, QObject* parent);

private:
    /// Its setting is "editor/ID"; `usual` while nobody chose.
    void add(const char* id, const QString& group, const QString& text, bool usual,
             const std::function<void(editor::Pane&, bool)>& set);

    Actions& m_actions;
    editor::EditorArea& m_area;
};

}  // namespace slipway::window
