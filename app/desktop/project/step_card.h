// What a hover card says of a step or a variable: values, in words.
#pragma once

#include "project/analysis.h"
#include "project/build_run.h"
#include "theme/state.h"

#include <optional>
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

/// The value that a variable has before the instruction at a 1-based line; none where the Dockerfile and its base give
/// it none. Cheap enough for a pointer that rests: plans the text above once more.
[[nodiscard]] std::optional<QString> variableAt(const Snapshot& snapshot, int line, const QString& name);
/// The variable whose "$NAME" or "${NAME…}" a column (0-based, UTF-16) of a line touches; empty where none.
[[nodiscard]] QString variableTouched(const QString& line, int column);

}  // namespace slipway::project
