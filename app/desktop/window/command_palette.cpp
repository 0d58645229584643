#include "window/command_palette.h"

#include "project/step_state.h"
#include "window/actions.h"
#include "window/build_command.h"

#include <QCoreApplication>
#include <QMenu>

#include <KCommandBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

// The stages as they are now; the actions live as long as the bar.
KCommandBar::ActionGroup stageGroup(const Values& values, Desk& desk, QObject* owner) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway::window", text); };
    KCommandBar::ActionGroup group{tr("Stage"), {}};
    const auto snapshot = values.analysis.current();
    if (!snapshot->outline)
        return group;
    for (const dockerfile::StageOutline& stage : snapshot->outline->stages) {
        const QString name = stageTarget(*snapshot, stage.index);
        auto* go = new QAction(tr("Go to %1").arg(project::targetWords(name)), owner);
        QObject::connect(go, &QAction::triggered, owner,
                         [values, index = stage.index, line = static_cast<int>(stage.line)] {
                             values.selection.reveal({.stage = index, .line = line}, nullptr);
                         });
        auto* build = new QAction(tr("Build %1").arg(project::targetWords(name)), owner);
        QObject::connect(build, &QAction::triggered, owner, [name, &desk] { desk.build(name); });
        group.actions << go << build;
    }
    return group;
}

KCommandBar::ActionGroup fileGroup(const QStringList& files, const Values& values, Desk& desk, QObject* owner) {
    KCommandBar::ActionGroup group{QCoreApplication::translate("slipway::window", "Open"), {}};
    constexpr qsizetype kMost = 5000;  // each is an action; all of them are searched by the files' own palette
    for (const QString& name : files.first(std::min(kMost, files.size()))) {
        auto* open = new QAction(QString(name).replace(u'&', "&&"_L1), owner);
        QObject::connect(open, &QAction::triggered, owner,
                         [path = values.project.folder() + u'/' + name, &desk] { desk.openFile(path); });
        group.actions << open;
    }
    return group;
}

void addEntries(QList<KCommandBar::ActionGroup>& groups, const std::vector<PaletteEntry>& entries, QObject* owner) {
    for (const PaletteEntry& entry : entries) {
        auto* action = new QAction(entry.text, owner);
        QObject::connect(action, &QAction::triggered, owner, [then = entry.then] { then(); });
        if (groups.isEmpty() || groups.last().name != entry.group)
            groups.append({entry.group, {}});
        groups.last().actions << action;
    }
}

KCommandBar* newBar(QWidget& window) {
    auto* bar = new KCommandBar(&window);
    bar->setAttribute(Qt::WA_DeleteOnClose);
    return bar;
}

}  // namespace

void showCommandPalette(QWidget& window, const Actions& actions, const PaletteContent& content, const Values& values,
                        Desk& desk) {
    KCommandBar* bar = newBar(window);
    QList<KCommandBar::ActionGroup> groups;
    for (const Actions::Entry& entry : actions.entries()) {
        // The bar would take a menu's three hundred encodings and languages for commands.
        if (!entry.action->isEnabled() || entry.action->menu() || entry.action->objectName() == "palette"_L1)
            continue;
        if (groups.isEmpty() || groups.last().name != entry.group)
            groups.append({entry.group, {}});
        groups.last().actions.append(entry.action);
    }
    groups.append(stageGroup(values, desk, bar));
    for (const PaletteSource& source : content.sources)
        addEntries(groups, source(), bar);
    groups.append(fileGroup(content.files, values, desk, bar));
    bar->setActions(groups);
    bar->show();
}

void showPalette(QWidget& window, const std::vector<PaletteEntry>& entries) {
    KCommandBar* bar = newBar(window);
    QList<KCommandBar::ActionGroup> groups;
    addEntries(groups, entries, bar);
    bar->setActions(groups);
    bar->show();
}

}  // namespace slipway::window
