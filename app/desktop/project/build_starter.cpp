#include "project/build_starter.h"

#include "engine/engine.h"
#include "project/event_bridge.h"
#include "project/text_job.h"
#include "registry/settings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {

std::vector<std::string> namesIn(const QString& words) {
    static const QRegularExpression blanks(u"\\s+"_s);
    std::vector<std::string> names;
    for (const QString& name : words.split(blanks, Qt::SkipEmptyParts))
        names.push_back(name.toStdString());
    return names;
}

engine::BuildRequest requestFor(const Project& project, const QString& stage, bool all) {
    const BuildSettings& settings = project.settings();
    engine::BuildRequest request;
    request.folder = project.folder().toStdString();
    request.dockerfile = project.dockerfile().toStdString();
    request.target = stage.toStdString();
    request.all = all;
    request.tags = namesIn(settings.tags.value(stage));
    for (const auto& [name, tags] : (all ? settings.tags : QMap<QString, QString>()).asKeyValueRange())
        request.stageTags.emplace(name.toLower().toStdString(), namesIn(tags));
    plan::Options options = optionsFor(settings, project.dockerfile());
    request.buildArgs = std::move(options.buildArgs);
    request.network = std::move(options.network);
    request.addHosts = std::move(options.addHosts);
    request.noCache = settings.noCache;
    request.pull = settings.pull;
    return request;
}

}  // namespace

struct BuildStarter::Running {
    int number = 0;
    std::unique_ptr<EventBridge> bridge;
    std::unique_ptr<engine::Build> build;
};

BuildStarter::BuildStarter(Project& project, Builds& builds, QObject* parent)
    : QObject(parent), m_project(project), m_builds(builds) {}
BuildStarter::~BuildStarter() = default;

Result<> BuildStarter::start(const QString& stage, bool all) {
    if (m_builds.running())
        return fail(ErrorCode::Invalid, tr("A build is running; cancel it first.").toStdString());
    if (!m_project.store())
        return fail(ErrorCode::Io, tr("The store can't be opened, so nothing can be built.").toStdString());
    m_running = std::make_unique<Running>();
    BuildRun run;
    run.folder = m_project.folder();
    run.dockerfile = m_project.dockerfile();
    run.lastStage = stage.isEmpty() && !all;
    run.target = all ? tr("all stages") : run.lastStage ? tr("the last stage") : stage;
    run.startedAt = QDateTime::currentMSecsSinceEpoch();
    const int number = m_builds.add(std::move(run));
    m_running->number = number;
    m_running->bridge = std::make_unique<EventBridge>(
        [this, number](std::vector<engine::BuildEvent> events) { m_builds.apply(number, events); });
    m_running->build = std::make_unique<engine::Build>(
        m_project.store(), requestFor(m_project, stage, all),
        // In the build's own thread, and only where an image has to be fetched.
        [](std::shared_ptr<store::Store> store) -> Result<std::unique_ptr<registry::ImageSource>> {
            const auto settings = registry::readSettings();
            if (!settings)
                return fail(settings.error());
            return registry::openImageSource(std::move(store), *settings);
        },
        m_running->bridge->sink());
    m_running->build->start();
    return {};
}

void BuildStarter::cancel() {
    if (m_running && m_running->build)
        m_running->build->cancel();
}

}  // namespace slipway::project
