// slipway-desktop: the object graph, and nothing else.
#include "editor/editor_setup.h"
#include "memory/large_pages.h"
#include "theme/contrast_wish.h"
#include "window/application.h"
#include "window/picture.h"
#include "window/reach.h"
#include "window/settings_panel.h"
#include "workbench/workbench.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTimer>

#include <clocale>
#include <memory>

int main(int argc, char** argv) {
    using namespace slipway;
    memory::useLargePages();
    const window::CommandLine line = window::readCommandLine(argc, argv);
    // Icons of the editor's bars take the palette's colours by this engine, where it is installed.
    QCoreApplication::addLibraryPath(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/kiconthemes6"));
    QApplication application(argc, argv);
    std::setlocale(LC_CTYPE, "C.UTF-8");  // libarchive's names are UTF-8, whatever the user's locale is
    window::nameApplication(application);
    if (line.picture.isEmpty() && window::reachWindow(line.path))
        return 0;
    theme::Theme theme;
    window::applySettings(theme, line);
    theme.apply();
    editor::prepareEditor();

    Workbench workbench(theme);
    workbench.open(line.path);
    if (!line.picture.isEmpty())
        window::takePicture(workbench.window, line, [&] { return workbench.isComplete(); });
    workbench.window.show();
    std::unique_ptr<theme::ContrastWish> wish;
    if (line.picture.isEmpty()) {
        workbench.window.beReachable();
        // After the first paint.
        QTimer::singleShot(0, &workbench.window, [&] { wish = window::followContrast(theme); });
    }
    const int status = QApplication::exec();
    window::silenceLibrariesAtExit();
    return status;
}
