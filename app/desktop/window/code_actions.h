// What one does in a Dockerfile's text: complete, go from name to name, rename, from problem to problem.
#pragma once

#include "window/panels.h"

#include <QObject>

#include <vector>

namespace slipway::assist {
struct Symbol;
}
namespace slipway::editor {
class EditorArea;
class Pane;
}  // namespace slipway::editor

namespace slipway::window {

class Actions;

/// Adds them to the table. GUI thread; owned by the window.
class CodeActions : public QObject {
    Q_OBJECT
public:
    CodeActions(Actions& actions, editor::EditorArea& area, const Values& values, Desk& desk, QWidget* window);

private:
    /// Does it in the pane in front, where that is a Dockerfile's.
    void inPane(const std::function<void(editor::Pane&)>& work);
    void addToContextMenu(const editor::Pane& pane, const QList<QAction*>& atCursor);
    void sayWhatFor();
    void addFolding(Actions& actions, const QString& group);
    void goToSymbol();
    /// A list of them: looking through it moves the cursor, and Escape brings it back.
    void showSymbols(editor::Pane& pane, const std::vector<assist::Symbol>& symbols);
    void goToProblem(int by);

    editor::EditorArea& m_area;
    Values m_values;
    Desk& m_desk;
    QWidget* m_window;
};

}  // namespace slipway::window
