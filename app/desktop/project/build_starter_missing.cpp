// Where the engine isn't part of this build, a build can't be started; everything else works.
#include "project/build_starter.h"

namespace slipway::project {

struct BuildStarter::Running {};

BuildStarter::BuildStarter(Project& project, Builds& builds, QObject* parent)
    : QObject(parent), m_project(project), m_builds(builds) {}
BuildStarter::~BuildStarter() = default;

Result<> BuildStarter::start(const QString&, bool) {
    return fail(ErrorCode::Unsupported, tr("This Slipway was made without its build engine.").toStdString());
}

void BuildStarter::cancel() {}

}  // namespace slipway::project
