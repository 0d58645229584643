#include "editor/line_state.h"

#include "project/step_state.h"
#include "project/view_lines.h"

namespace slipway::editor {

std::map<int, LineState> lineStates(const project::Snapshot& snapshot, const project::BuildRun* run,
                                    const project::ViewLines& viewLines) {
    std::map<int, LineState> lines;
    if (!snapshot.plan)
        return lines;
    for (const plan::Step& step : snapshot.plan->steps) {
        const auto [place, added] = lines.try_emplace(viewLines.shownAt(static_cast<int>(step.line)) - 1);
        if (added)  // ONBUILD's steps share their FROM's line
            place->second = {.state = project::stateOf(snapshot, step.index, run),
                             .lastLine = viewLines.shownEnd(static_cast<int>(step.endLine)) - 1,
                             .words = project::stepWords(snapshot, step.index, run)};
    }
    return lines;
}

}  // namespace slipway::editor
