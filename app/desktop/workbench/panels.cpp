#include "workbench/panels.h"

#include "files/file_panel.h"
#include "log/log_widget.h"
#include "outline/outline_panel.h"
#include "problems/problems_panel.h"
#include "timeline/timeline_widget.h"
#include "window/build_command.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using window::Desk;
using window::Values;

constexpr auto kLog = "log"_L1;

theme::Panel* makeOutline(const Values& values, Desk& desk, QWidget* parent) {
    auto* panel = new outline::OutlinePanel(values.theme, values.analysis, values.builds, values.selection, parent);
    QObject::connect(panel, &outline::OutlinePanel::buildAsked, panel, [values, &desk](int stage) {
        desk.build(window::stageTarget(*values.analysis.current(), stage));
    });
    QObject::connect(panel, &theme::Panel::emptyActionTriggered, desk.newDockerfileAction(), &QAction::trigger,
                     Qt::QueuedConnection);  // the button goes once there is one
    return panel;
}

theme::Panel* makeFiles(const Values& values, Desk& desk, QWidget* parent) {
    auto* panel = new files::FilePanel(values.theme, values.project, values.analysis, parent);
    QObject::connect(desk.newFileAction(), &QAction::triggered, panel, &files::FilePanel::newFile);
    QObject::connect(desk.newDockerfileAction(), &QAction::triggered, panel, &files::FilePanel::newDockerfile);
    QObject::connect(panel, &files::FilePanel::showAsked, panel, [&desk](const QString& path) { desk.showFile(path); });
    QObject::connect(panel, &files::FilePanel::openAsked, panel, [&desk](const QString& path) { desk.openFile(path); });
    QObject::connect(panel, &files::FilePanel::renamed, panel,
                     [&desk](const QString& from, const QString& to) { desk.fileRenamed(from, to); });
    QObject::connect(panel, &files::FilePanel::removed, panel,
                     [&desk](const QString& path) { desk.fileRemoved(path); });
    QObject::connect(panel, &files::FilePanel::failed, panel, [&desk](const QString& sentence) { desk.say(sentence); });
    QObject::connect(&values.project, &project::Project::diskChanged, panel,
                     [panel](const QSet<QString>&) { panel->followDisk(); });
    return panel;
}

theme::Panel* makeTimeline(const Values& values, Desk& desk, QWidget* parent) {
    auto* panel = new theme::Panel(QCoreApplication::translate("Panels", "Timeline"), values.theme, parent);
    auto* widget = new timeline::TimelineWidget(values.builds, values.selection, values.theme, panel);
    widget->setStart(desk.startActions());
    panel->setContent(widget);
    panel->title().addControl(widget->buildChooser());
    QObject::connect(widget, &timeline::TimelineWidget::logWanted, panel, [&desk] { desk.showPanel(kLog); });
    return panel;
}

theme::Panel* makeLog(const Values& values, Desk& desk, QWidget* parent) {
    auto* panel = new theme::Panel(QCoreApplication::translate("Panels", "Log"), values.theme, parent);
    auto* widget = new log::LogWidget(values.builds, values.selection, values.theme, panel);
    panel->setContent(widget);
    panel->title().addControl(widget->titleLabel());
    // Whoever goes to the step that failed wants to read why.
    QObject::connect(&values.selection, &project::Selection::revealed, panel,
                     [&builds = values.builds, &desk](const project::Chosen& chosen) {
                         const project::BuildRunPtr run = builds.shown();
                         const project::StepRun* failed = run ? run->failedStep() : nullptr;
                         if (failed && failed->id == chosen.step)
                             desk.showPanel(kLog);
                     });
    return panel;
}

theme::Panel* makeProblems(const Values& values, Desk& desk, QWidget* parent) {
    auto* panel = new problems::ProblemsPanel(values.theme, values.analysis, values.selection, parent);
    QObject::connect(panel, &problems::ProblemsPanel::remedyAsked, panel, [&desk](const project::Problem& problem) {
        desk.offerRemedies(problem.path, problem.line, problem.rule);
    });
    QObject::connect(panel, &problems::ProblemsPanel::mendAllAsked, panel,
                     [&desk](const QString& rule) { desk.offerToMendAll(rule); });
    return panel;
}

}  // namespace

std::vector<window::PanelFactory> panels() {
    using window::Side;
    return {{u"stages"_s, Side::LeftTop, makeOutline},
            {u"files"_s, Side::LeftBottom, makeFiles},
            targetsPanel(),
            {u"timeline"_s, Side::BottomLeft, makeTimeline},
            {QString(kLog), Side::BottomRight, makeLog},
            {u"problems"_s, Side::BottomRight, makeProblems}};
}

}  // namespace slipway
