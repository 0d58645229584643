// Where the store isn't part of this build there are no builds of the past.
#include "project/build_history.h"

namespace slipway::project {

BuildHistory::BuildHistory(Project& project, Builds& builds, QObject* parent)
    : QObject(parent), m_project(project), m_builds(builds) {
    m_looked = true;
}
void BuildHistory::look() {}

}  // namespace slipway::project
