// A build's events as a person reads them: plain lines, or a live picture on a terminal, or JSON.
#pragma once

#include "engine/events.h"

#include <cstdio>
#include <memory>

namespace slipway::cli {

/// A reader of the event stream. One thread at a time.
class Progress {
public:
    virtual ~Progress() = default;
    virtual void take(const engine::BuildEvent& event) = 0;
    /// Called some ten times a second while nothing happens, for clocks that run.
    virtual void tick() {}
};

/// `docker build --progress=plain`: "#5 [runtime 2/7] RUN …", its log with times, "#5 DONE 9.4s".
[[nodiscard]] std::unique_ptr<Progress> plainProgress(std::FILE* out);
/// A list that is drawn anew in place: running steps with their last lines, finished ones above.
[[nodiscard]] std::unique_ptr<Progress> liveProgress(std::FILE* out);
/// One JSON object a line.
[[nodiscard]] std::unique_ptr<Progress> jsonProgress(std::FILE* out);

/// "[runtime 5/7] COPY app.py .", or "[5/7] …" where there is one stage.
[[nodiscard]] std::string stepLabel(const engine::StepEvent& step, bool oneStage);

}  // namespace slipway::cli
