// What a hover card says of a step: values, in words.
#pragma once

#include "project/analysis.h"
#include "project/build_run.h"
#include "theme/state.h"

#include <utility>
#include <vector>

namespace slipway::project {

struct StepCard {
    theme::State state = theme::State::None;
    QString title;   ///< "COPY app.py . will rebuild"
    QString reason;  ///< the cause, in a sentence's words; may be empty
    /// What was one thing and is another: a name, and "from → to"; a few at most.
    std::vector<std::pair<QString, QString>> differences;
    QString follows;  ///< "2 steps follow · ≈ 9 s"; empty where none does
    QString facts;    ///< "229 B unpacked · took 0.1 s last time"; empty where nothing is known
};
/// `run` may be null.
[[nodiscard]] StepCard stepCard(const Snapshot& snapshot, int step, const BuildRun* run);

}  // namespace slipway::project
