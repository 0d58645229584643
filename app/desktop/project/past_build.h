// A build of the past as a value, out of its event stream.
#pragma once

#include "project/build_run.h"
#include "store/store.h"

#include <map>
#include <vector>

namespace slipway::project {

struct PastBuild {
    BuildRun run;
    std::map<QString, std::vector<LogChunk>> logs;  ///< by step id
};

/// Reads an event stream (JSON lines); a line that can't be read is left out. Any thread.
[[nodiscard]] PastBuild readPastBuild(const store::Build& build, const QByteArray& events);
/// The newest builds of a folder that aren't known yet, newest first. Any thread.
[[nodiscard]] std::vector<PastBuild> readPastBuilds(const store::Store& store, const QString& folder,
                                                    const std::vector<qint64>& known);

}  // namespace slipway::project
