// Where a project's build settings are kept: the application's settings, one group per folder.
#pragma once

#include "project/build_settings.h"

namespace slipway::project {

[[nodiscard]] BuildSettings readBuildSettings(const QString& folder);
void writeBuildSettings(const QString& folder, const BuildSettings& settings);

}  // namespace slipway::project
