#include "project/build_run.h"

#include "project/reason_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {

StepRun* find(BuildRun& run, const std::string& id) {
    const QString name = QString::fromStdString(id);
    const auto found = std::ranges::find(run.steps, name, &StepRun::id);
    return found == run.steps.end() ? nullptr : &*found;
}

bool isEnd(engine::StepStatus status) {
    return status != engine::StepStatus::Waiting && status != engine::StepStatus::Running;
}

// "FROM ubuntu:20.04" as a Dockerfile has it, where docker build says "FROM docker.io/library/ubuntu:20.04"; and
// without the indentation of the lines that were joined.
QString familiar(const std::string& text) {
    QString name = QString::fromStdString(text).simplified();
    constexpr QLatin1StringView kFrom("FROM ");
    for (const auto prefix : {"FROM docker.io/library/"_L1, "FROM docker.io/"_L1}) {
        if (name.startsWith(prefix))
            return name.replace(0, prefix.size(), kFrom);
    }
    return name;
}

void take(BuildRun& run, const engine::StepEvent& event, qint64 at) {
    StepRun* step = find(run, event.id);
    if (!step) {
        step = &run.steps.emplace_back();
        step->id = QString::fromStdString(event.id);
    }
    step->stage = QString::fromStdString(event.stage);
    if (run.lastStage &&
        std::ranges::all_of(run.steps, [&](const StepRun& one) { return one.stageIndex <= event.stageIndex; }))
        run.target = step->stage;
    step->name = familiar(event.name);
    step->stageIndex = event.stageIndex;
    step->number = event.number;
    step->count = event.count;
    step->line = event.line;
    step->status = event.status;
    step->sameResult = event.sameResult;
    step->dockerWouldRerun = event.dockerWouldRerun;
    step->durationMs = event.durationMs;
    step->size = event.size;
    step->layer = event.layer ? QString::fromStdString(event.layer->toString()) : QString();
    step->exitStatus = event.exitStatus;
    if (const QString reason = reasonWords(event.reason); !reason.isEmpty())
        step->reason = reason;
    step->message = QString::fromStdString(event.message);
    step->lastLines = QString::fromStdString(event.lastLines);
    if (event.status == engine::StepStatus::Running && step->startMs < 0)
        step->startMs = at;
    if (isEnd(event.status)) {
        if (step->startMs < 0)
            step->startMs =
                event.status == engine::StepStatus::Cached ? at : std::max<qint64>(0, at - event.durationMs);
        step->endMs = at;
    }
}

}  // namespace

const StepRun* BuildRun::step(const QString& id) const {
    const auto found = std::ranges::find(steps, id, &StepRun::id);
    return found == steps.end() ? nullptr : &*found;
}

const StepRun* BuildRun::failedStep() const {
    const auto found = std::ranges::find(steps, engine::StepStatus::Failed, &StepRun::status);
    return found == steps.end() ? nullptr : &*found;
}

int BuildRun::cachedCount() const {
    return static_cast<int>(std::ranges::count(steps, engine::StepStatus::Cached, &StepRun::status));
}

int BuildRun::finishedCount() const {
    return static_cast<int>(std::ranges::count_if(steps, [](const StepRun& step) { return isEnd(step.status); }));
}

void apply(BuildRun& run, const engine::BuildEvent& event) {
    const qint64 at = event.atMs;
    run.durationMs = std::max(run.durationMs, at);
    if (const auto* step = std::get_if<engine::StepEvent>(&event.what)) {
        take(run, *step, at);
    } else if (const auto* progress = std::get_if<engine::ProgressEvent>(&event.what)) {
        if (StepRun* of = find(run, progress->id)) {
            of->current = progress->current;
            of->total = progress->total;
            of->unit = QString::fromStdString(progress->unit);
        }
    } else if (const auto* image = std::get_if<engine::ImageEvent>(&event.what)) {
        // The same target again: its compressed size became known.
        const auto same = std::ranges::find(run.images, image->stageIndex, &engine::ImageEvent::stageIndex);
        if (same != run.images.end())
            *same = *image;
        else
            run.images.push_back(*image);
    } else if (const auto* error = std::get_if<engine::ErrorEvent>(&event.what)) {
        if (!run.error)
            run.error = error->error;
    } else if (const auto* note = std::get_if<engine::NoteEvent>(&event.what)) {
        run.notes.append(QString::fromStdString(note->text));
    } else if (const auto* end = std::get_if<engine::EndEvent>(&event.what)) {
        using enum engine::BuildOutcome;
        run.state = end->outcome == Succeeded ? RunState::Succeeded
                    : end->outcome == Failed  ? RunState::Failed
                                              : RunState::Canceled;
        run.durationMs = end->durationMs;
        run.storeId = end->build;
    }
}

}  // namespace slipway::project
