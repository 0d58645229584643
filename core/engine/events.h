// A build as a stream of events: what timeline, progress, JSON and history read.
#pragma once

#include "cache/reason.h"
#include "layer/digest.h"
#include "text/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace slipway::engine {

using layer::Digest;

enum class StepStatus : std::uint8_t { Waiting, Running, Cached, Done, Failed, Canceled };
/// "waiting", … as the JSON has them.
[[nodiscard]] std::string_view stepStatusName(StepStatus status);
[[nodiscard]] std::optional<StepStatus> stepStatusFromName(std::string_view name);

/// A step changed its state. Sent once with Waiting for every reached step, in plan order, before anything runs; again
/// only where an image that had to be pulled says what a step is (its ONBUILDs, names, counts). A step whose turn never
/// came, because another failed or the build was canceled, stays Waiting.
struct StepEvent {
    std::string id;
    std::string stage;  ///< name, or number where unnamed
    int stageIndex = 0;
    int number = 0, count = 0;  ///< [stage number/count]
    std::string name;
    std::uint32_t line = 1;
    StepStatus status = StepStatus::Waiting;
    bool sameResult = false;
    bool dockerWouldRerun = false;
    std::int64_t durationMs = 0;  ///< Done, Failed, Canceled; for Cached the time it took when it ran
    std::uint64_t size = 0;       ///< unpacked bytes of its layer
    std::optional<Digest> layer;  ///< diff ID
    cache::Reason reason;         ///< why it runs; without its differences and its step
    int exitStatus = 0;           ///< Failed RUN
    std::string message;          ///< Failed
    std::string lastLines;        ///< Failed RUN: the end of what its command wrote, without the last newline
};
/// What a step's command wrote.
struct LogEvent {
    std::string id;    ///< the step's
    int stream = 1;    ///< 1 stdout, 2 stderr
    std::string text;  ///< as it came, any bytes
};
struct ProgressEvent {
    std::string id;                        ///< the step's
    std::uint64_t current = 0, total = 0;  ///< total 0: unknown
    std::string unit;                      ///< "bytes" or "files"
};
/// A stage's image is in the store.
struct ImageEvent {
    std::string target;  ///< stage name or number
    int stageIndex = 0;
    Digest id;  ///< digest of the config
    std::optional<Digest> manifest;
    std::vector<std::string> tags;
    std::uint64_t size = 0;                       ///< unpacked bytes
    std::optional<std::uint64_t> compressedSize;  ///< none while one layer's is not known
    struct LayerOf {
        std::optional<Digest> digest;  ///< of its compressed blob
        Digest diffId;
        std::uint64_t size = 0;  ///< unpacked bytes
        std::string step;        ///< name of the step that made it
    };
    std::vector<LayerOf> layers;  ///< lowest first
};
/// The build can't succeed any more.
struct ErrorEvent {
    Error error;
    std::string lastLines;  ///< of the command that failed
};
/// Said once in a build: "RUN uses the host's network, because …"
struct NoteEvent {
    std::string text;
};
enum class BuildOutcome : std::uint8_t { Succeeded, Failed, Canceled };
/// "succeeded", "failed", "canceled" as JSON and the store have them.
[[nodiscard]] std::string_view outcomeName(BuildOutcome outcome);
[[nodiscard]] std::optional<BuildOutcome> outcomeFromName(std::string_view name);
struct EndEvent {
    BuildOutcome outcome = BuildOutcome::Succeeded;
    std::int64_t durationMs = 0;
    std::int64_t build = 0;  ///< its ID in the store
};

/// `atMs` counts from the build's start.
struct BuildEvent {
    std::int64_t atMs = 0;
    std::variant<StepEvent, LogEvent, ProgressEvent, ImageEvent, ErrorEvent, NoteEvent, EndEvent> what;
};

/// One JSON object, without a newline, as `build --progress=json` prints it and logs/ keeps it: DESIGN.md's fields, and
/// "at_ms", "stage_index", "because" (the reason's parts), "code" of an error, "exit_status" and "message" of a failed
/// step, "last_lines" of both. "stream" is 1 or 2. What isn't UTF-8 becomes U+FFFD.
[[nodiscard]] std::string toJson(const BuildEvent& event);
[[nodiscard]] Result<BuildEvent> eventFromJson(std::string_view json);

}  // namespace slipway::engine
