// A step's state and its words, out of the forecast and the build that runs: the same for gutter, outline and notes.
#pragma once

#include "project/analysis.h"
#include "project/build_run.h"
#include "theme/state.h"

namespace slipway::project {

[[nodiscard]] theme::State stateOf(const cache::StepForecast& forecast);
[[nodiscard]] theme::State stateOf(const StepRun& step);
/// While a build runs, or failed on this very text, its step's state counts; else the forecast's. `run` may be null.
[[nodiscard]] theme::State stateOf(const Snapshot& snapshot, int step, const BuildRun* run);
/// A stage's own: failed, running, first cause, follows, unknown, else cached.
[[nodiscard]] theme::State stageState(const Snapshot& snapshot, int stage, const BuildRun* run);

/// A build's target as people read it: "runtime", or "stage 0" for a stage without a name, by its number.
[[nodiscard]] QString targetWords(const QString& target);

/// "cached · 352 MB · took 41 s", "rebuilds: app.py changed · ≈ 0.1 s", "follows line 12"; empty where nothing is
/// known.
[[nodiscard]] QString forecastWords(const Snapshot& snapshot, int step);
/// Whether a forecast says anything of a step in that state: why it isn't known is over once a build has made it.
[[nodiscard]] bool isTellingOf(const cache::StepForecast& forecast, theme::State state);
/// The same, but of a step that failed in this build how it did: "failed with exit status 3". `run` may be null.
[[nodiscard]] QString stepWords(const Snapshot& snapshot, int step, const BuildRun* run);
/// The run of a step whose state is that it failed, or null.
[[nodiscard]] const StepRun* failedRun(const Snapshot& snapshot, int step, const BuildRun* run);
[[nodiscard]] QString failureWords(const StepRun& failed);
/// "9 of 10 · ≈ 0.1 s": cached steps of a stage, and what building it takes.
[[nodiscard]] QString stageWords(const Snapshot& snapshot, int stage);

}  // namespace slipway::project
