// slipway-desktop: the object graph, and nothing else.
#include "editor/editor_setup.h"
#include "panels.h"
#include "project/analyst.h"
#include "project/build_history.h"
#include "project/build_starter.h"
#include "project/folder_watch.h"
#include "project/store_opener.h"
#include "window/application.h"
#include "window/main_window.h"
#include "window/picture.h"
#include "window/settings_panel.h"

#include <QApplication>
#include <QTimer>

#include <clocale>

int main(int argc, char** argv) {
    using namespace slipway;
    const window::CommandLine line = window::readCommandLine(argc, argv);
    QApplication application(argc, argv);
    std::setlocale(LC_CTYPE, "C.UTF-8");  // libarchive's names are UTF-8, whatever the user's locale is
    window::nameApplication(application);
    theme::Theme theme;
    window::applySettings(theme, line);
    theme.apply();
    editor::prepareEditor();

    project::Project project;
    project::Analysis analysis;
    project::Builds builds;
    project::Selection selection;
    project::BuildStarter starter(project, builds);
    project::Analyst analyst(project, analysis, builds);
    project::BuildHistory history(project, builds);
    project::FolderWatch watch;
    QObject::connect(&project, &project::Project::folderChanged, &watch, [&] { watch.watch(project.folder()); });
    QObject::connect(&watch, &project::FolderWatch::changed, &project, &project::Project::noteDiskChange);
    QObject::connect(&project, &project::Project::diskChanged, &analyst, &project::Analyst::noteContextChange);

    window::MainWindow window({theme, project, analysis, builds, selection, &starter}, panels());
    window.openPath(line.path);
    // What isn't needed for the first paint comes after it.
    QTimer::singleShot(0, &window,
                       [&] { project::openStore(project, [&](const QString& reason) { window.say(reason); }); });
    if (!line.picture.isEmpty())
        window::takePicture(window, line, [&] { return analyst.idle() && history.idle(); });
    window.show();
    return QApplication::exec();
}
