// What is shown at an instruction's lines.
#pragma once

#include "project/build_run.h"
#include "theme/state.h"
#include "theme/theme.h"

#include <QString>

#include <map>

namespace slipway::project {
struct Snapshot;
class ViewLines;
}  // namespace slipway::project

namespace slipway::editor {

/// Lines count from 0, as the editor component's do.
struct LineState {
    theme::State state = theme::State::None;
    int lastLine = 0;
    QString words;
    friend bool operator==(const LineState&, const LineState&) = default;
};

/// By each step's first line, as the view has it; `run` may be null.
[[nodiscard]] std::map<int, LineState> lineStates(const project::Snapshot& snapshot, const project::BuildRun* run,
                                                  const project::ViewLines& viewLines);

/// The role of the coloured bar and of the words of a state.
[[nodiscard]] inline theme::Role barRole(theme::State state) {
    switch (state) {
        case theme::State::Cached:
        case theme::State::CachedOnlyHere:
            return theme::Role::Cached;
        case theme::State::Rebuild:
        case theme::State::Follows:
            return theme::Role::Rebuild;
        case theme::State::Failed:
            return theme::Role::Failed;
        case theme::State::Running:
        case theme::State::Built:
        case theme::State::SameResult:
            return theme::Role::Running;
        default:
            return theme::Role::Unknown;
    }
}

}  // namespace slipway::editor
