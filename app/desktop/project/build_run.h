// A build as far as its events have come: the value that timeline, log and targets read.
#pragma once

#include "engine/events.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace slipway::project {

/// One step of a build. Times are milliseconds from the build's start, -1 where it hasn't come to that.
struct StepRun {
    QString id, stage, name;
    int stageIndex = 0, number = 0, count = 0;
    std::uint32_t line = 1;
    engine::StepStatus status = engine::StepStatus::Waiting;
    bool sameResult = false, dockerWouldRerun = false;
    qint64 startMs = -1, endMs = -1;
    qint64 durationMs = 0;  ///< as the event says it: of a cached step, the time it took when it ran
    quint64 size = 0;       ///< unpacked bytes of its layer
    QString layer;          ///< "sha256:…", its diff ID; empty where it made none
    QString reason, message;
    QString lastLines;  ///< of a RUN that failed: the end of what its command wrote
    int exitStatus = 0;
    quint64 current = 0, total = 0;  ///< progress; total 0: unknown
    QString unit;                    ///< "bytes" or "files"
};

/// A piece of a step's output, as it came.
struct LogChunk {
    int stream = 1;  ///< 1 stdout, 2 stderr
    QByteArray text;
};

enum class RunState : quint8 { Running, Succeeded, Failed, Canceled };

/// Immutable once shared; a newer one takes its place as events come.
struct BuildRun {
    int number = 0;                      ///< of this session, ascending; the key for Builds
    qint64 storeId = 0;                  ///< store::Build::id, 0 while it runs
    QString folder, dockerfile, target;  ///< absolute paths; target as shown: stage name or number
    bool lastStage = false;              ///< the last stage was asked for: `target` is named by the steps that come
    qint64 startedAt = 0;                ///< milliseconds since 1970
    qint64 durationMs = 0;               ///< so far, or in the end
    RunState state = RunState::Running;
    std::vector<StepRun> steps;  ///< in plan order
    std::vector<engine::ImageEvent> images;
    std::optional<Error> error;
    QStringList notes;
    bool foreign = false;  ///< started by another process, read from the store

    [[nodiscard]] const StepRun* step(const QString& id) const;
    [[nodiscard]] const StepRun* failedStep() const;
    [[nodiscard]] int cachedCount() const;
    [[nodiscard]] int finishedCount() const;
};
using BuildRunPtr = std::shared_ptr<const BuildRun>;

/// The run after one more event. Log events change nothing here.
void apply(BuildRun& run, const engine::BuildEvent& event);

}  // namespace slipway::project
