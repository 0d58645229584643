#include "window/build_command.h"

#include "project/build_starter.h"
#include "project/store_opener.h"

#include <QCoreApplication>

namespace slipway::window {

QString stageTarget(const project::Snapshot& snapshot, int stage) {
    if (!snapshot.outline || stage < 0 || static_cast<std::size_t>(stage) >= snapshot.outline->stages.size())
        return {};
    const std::string& name = snapshot.outline->stages[static_cast<std::size_t>(stage)].name;
    return name.empty() ? QString::number(stage) : QString::fromStdString(name);
}

int stageOf(const project::Snapshot& snapshot, const QString& target) {
    if (!snapshot.outline || snapshot.outline->stages.empty())
        return -1;
    if (target.isEmpty())
        return static_cast<int>(snapshot.outline->stages.size()) - 1;
    for (const dockerfile::StageOutline& stage : snapshot.outline->stages) {
        if (QString::fromStdString(stage.name).compare(target, Qt::CaseInsensitive) == 0 ||
            QString::number(stage.index) == target)
            return stage.index;
    }
    return -1;
}

void startBuild(const Values& values, const QString& stage, bool all, Desk& desk) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway::window", text); };
    if (values.project.dockerfile().isEmpty())
        return desk.say(tr("There is nothing to build: this folder has no Dockerfile. Make one in the list of files."));
    if (!values.starter)
        return desk.say(tr("This Slipway was made without its build engine."));
    if (values.builds.running())
        return desk.say(tr("A build is running; cancel it first."));
    // Whatever was in its way when the window came may have been mended since.
    if (!values.project.store())
        return project::openStore(values.project, [values, stage, all, &desk] {
            if (values.project.store())
                startBuild(values, stage, all, desk);
            else
                desk.say(values.project.storeProblem());
        });
    // By its name, so that its tags are found and everyone can say what was built.
    const project::Snapshot& now = *values.analysis.current();
    const QString target = stage.isEmpty() && !all ? stageTarget(now, stageOf(now, {})) : stage;
    values.project.saveAll().then(&values.builds, [values, target, all, &desk](const Result<>& saved) {
        if (!saved)
            return desk.say(QString::fromStdString(saved.error().message));
        if (const auto started = values.starter->start(target, all); !started)
            desk.say(QString::fromStdString(started.error().message));
    });
}

void stopBuild(const Values& values) {
    if (values.starter)
        values.starter->cancel();
}

}  // namespace slipway::window
