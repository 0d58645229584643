// One step from its key to its record: looked up, waited for, made, recorded.
#pragma once

#include "engine/site.h"

namespace slipway::engine {

/// What an executor made.
struct Made {
    std::optional<Digest> layer;
    std::uint64_t size = 0;
    std::uint64_t peakMemory = 0;
};
/// Why an executor could not; `exitStatus` is that of a RUN's command, `lastLines` the end of what it wrote.
struct Failure {
    Error error;
    int exitStatus = 0;
    std::string lastLines;
};
template <class T>
using Attempt = std::expected<T, Failure>;

/// How a step ended. Its events were sent.
struct StepEnd {
    std::optional<StepResult> result;  ///< done or cached
    std::optional<Error> error;        ///< failed (with its place in the Dockerfile) or canceled
    std::string lastLines;             ///< of a command that failed
};

/// Runs a step whose inputs are finished, up to its last event.
[[nodiscard]] Task<StepEnd> runStep(Site& site, const plan::Step& step);
/// A step's event, with all that the plan says of it.
[[nodiscard]] StepEvent stepEvent(const plan::BuildPlan& plan, const plan::Step& step, StepStatus status);
/// Name, or number where unnamed.
[[nodiscard]] std::string stageName(const plan::Stage& stage);

}  // namespace slipway::engine
