#include "workbench/workbench.h"

#include "editor/editor_area.h"
#include "project/store_opener.h"
#include "targets/targets_widget.h"
#include "workbench/panels.h"

#include <QTimer>

namespace slipway {

Workbench::Workbench(theme::Theme& theme)
    : starter(project, builds),
      analyst(project, analysis, builds),
      history(project, builds),
      storeWatch(project),
      window({theme, project, analysis, builds, selection, &starter}, panels()) {
    QObject::connect(&project, &project::Project::folderChanged, &watch, [this] { watch.watch(project.folder()); });
    QObject::connect(&watch, &project::FolderWatch::changed, &project, &project::Project::noteDiskChange);
    QObject::connect(&project, &project::Project::diskChanged, &analyst, &project::Analyst::noteContextChange);
}

Workbench::~Workbench() = default;

void Workbench::open(const QString& path) {
    window.openPath(path);
    // What isn't needed for the first paint comes after it.
    QTimer::singleShot(0, &window, [this] {
        project::openStore(project, [this] {
            if (!project.store())
                window.say(project.storeProblem());
        });
    });
}

bool Workbench::idle() const { return analyst.idle() && history.idle() && !window.area().isOpening(); }

bool Workbench::isComplete() const {
    const auto* targets = window.findChild<targets::TargetsWidget*>();
    return idle() && !(targets && targets->isLearning());
}

}  // namespace slipway
