// The rows of the stage outline, worked out from a snapshot and the build that is shown.
#pragma once

#include "project/analysis.h"
#include "project/build_run.h"
#include "theme/state.h"

#include <QString>

#include <vector>

namespace slipway::outline {

struct InstructionRow {
    QString label;   ///< "RUN apt-get update && apt-get install …", on one line
    QString detail;  ///< size of its layer
    QString toolTip;
    QString problem;  ///< what is wrong with it; empty where nothing is
    QString step;     ///< step id; empty for an instruction that makes no step
    theme::State state = theme::State::None;
    int line = 1, endLine = 1;
    friend bool operator==(const InstructionRow&, const InstructionRow&) = default;
};

/// A stage, or a problem that belongs to none (`stage` -1).
struct StageRow {
    int stage = -1;
    QString label, detail, toolTip, problem;
    theme::State state = theme::State::None;
    int line = 1, endLine = 1;  ///< up to the next stage, or the text's end: what is typed there belongs to it
    std::vector<InstructionRow> instructions;
};

[[nodiscard]] std::vector<StageRow> outlineRows(const project::Snapshot& snapshot, const project::BuildRun* run);

}  // namespace slipway::outline
