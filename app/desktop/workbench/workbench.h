// The desktop's object graph: what all panels read, who fills it, and the window around them.
#pragma once

#include "project/analyst.h"
#include "project/build_history.h"
#include "project/build_starter.h"
#include "project/folder_watch.h"
#include "project/store_watch.h"
#include "window/main_window.h"

namespace slipway {

/// GUI thread; owned by main(), which made the application and prepared the editor before. Members are made in this
/// order and end in the other.
class Workbench {
public:
    explicit Workbench(theme::Theme& theme);
    ~Workbench();
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    /// Opens a folder or file, and the store in the background, after the first paint.
    void open(const QString& path);
    /// Nothing is being worked out or read: what the window shows is what is known.
    [[nodiscard]] bool idle() const;
    /// And what takes longer is there, too: the targets' compressed sizes.
    [[nodiscard]] bool isComplete() const;

    project::Project project;
    project::Analysis analysis;
    project::Builds builds;
    project::Selection selection;
    project::BuildStarter starter;
    project::Analyst analyst;
    project::BuildHistory history;
    project::StoreWatch storeWatch;
    project::FolderWatch watch;
    window::MainWindow window;
};

}  // namespace slipway
