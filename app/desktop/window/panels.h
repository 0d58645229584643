// How panels get into the window: each is made by a function, so that the window knows no panel but by its place.
#pragma once

#include "project/analysis.h"
#include "project/builds.h"
#include "project/project.h"
#include "project/selection.h"
#include "theme/panel.h"
#include "theme/theme.h"

#include <QList>

#include <functional>
#include <vector>

class QAction;

namespace slipway::project {
class BuildStarter;
}

namespace slipway::window {

/// What every panel may read; all outlive the window.
struct Values {
    theme::Theme& theme;
    project::Project& project;
    project::Analysis& analysis;
    project::Builds& builds;
    project::Selection& selection;
    project::BuildStarter* starter = nullptr;  ///< null where there is no engine
};

/// Something that the command palette finds besides the actions.
struct PaletteEntry {
    QString group, text;
    std::function<void()> then;
};
/// What a panel has to offer just now.
using PaletteSource = std::function<std::vector<PaletteEntry>()>;

/// What a panel may ask of the window.
class Desk {
public:
    virtual ~Desk() = default;
    /// Brings a page that isn't a document into a tab of the centre; one with the same key takes its place.
    virtual void showPage(const QString& key, const QString& title, QWidget* page) = 0;
    virtual void openFile(const QString& path, int line = 0) = 0;
    /// Brings a file to the front; the focus stays.
    virtual void showFile(const QString& path) = 0;
    /// Opens a panel, by its id, where it was closed, and brings it before those that it lies behind. The focus stays.
    virtual void showPanel(const QString& id) = 0;
    /// Builds a stage (name or number), or the last one where it is empty.
    virtual void build(const QString& stage) = 0;
    virtual void cancelBuild() = 0;
    /// What fills an empty panel, the first that can be triggered: "New Dockerfile", "Build Stage at Cursor  Ctrl+B".
    [[nodiscard]] virtual QList<QAction*> startActions() const = 0;
    /// Makes a file in the list of files, whose panel listens; the folder's first is its Dockerfile.
    [[nodiscard]] virtual QAction* newFileAction() const = 0;
    /// Makes it and opens it; on as long as the folder has none.
    [[nodiscard]] virtual QAction* newDockerfileAction() const = 0;
    /// Lists what can be done about a rule's problems on a line (from 1) of a file, there; of the active Dockerfile
    /// where the path is empty.
    virtual void offerRemedies(const QString& path, int line, const QString& rule) = 0;
    /// Shows what mends all of a rule's problems in it, or all that can be mended where that is empty.
    virtual void offerToMendAll(const QString& rule) = 0;
    /// A sentence in the status bar, for a while.
    virtual void say(const QString& sentence) = 0;
    /// A file was renamed or removed: its tab follows.
    virtual void fileRenamed(const QString& from, const QString& to) = 0;
    virtual void fileRemoved(const QString& path) = 0;
    /// Is asked each time the palette opens; what it holds must live as long as the window.
    virtual void offer(PaletteSource source) = 0;
};

enum class Side : quint8 { LeftTop, LeftBottom, Right, BottomLeft, BottomRight };

struct PanelFactory {
    QString id;  ///< stable: names the dock in the saved state
    Side side;
    std::function<theme::Panel*(const Values& values, Desk& desk, QWidget* parent)> make;
};

}  // namespace slipway::window
