// What the Build button and its keys do.
#pragma once

#include "window/panels.h"

namespace slipway::window {

/// The name a build takes for a stage: its name, else its number.
[[nodiscard]] QString stageTarget(const project::Snapshot& snapshot, int stage);
/// Index of the stage a target names; the last one for an empty target; -1 where there is none.
[[nodiscard]] int stageOf(const project::Snapshot& snapshot, const QString& target);
/// Saves what is changed, then builds; says in a sentence why not, where it can't.
void startBuild(const Values& values, const QString& stage, bool all, Desk& desk);
void stopBuild(const Values& values);

}  // namespace slipway::window
