#include "project/step_state.h"

#include "project/reason_words.h"
#include "project/words.h"

#include "units/units.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {

int rank(theme::State state) {
    using enum theme::State;
    switch (state) {
        case Failed:
            return 9;
        case Running:
            return 8;
        case Rebuild:
            return 7;
        case Canceled:
            return 6;
        case Follows:
            return 5;
        case Unknown:
            return 4;
        case Waiting:
            return 3;
        case Built:
            return 2;
        case SameResult:
            return 2;
        case CachedOnlyHere:
        case Cached:
            return 1;
        case None:
            return 0;
    }
    return 0;
}

bool isFrom(const Snapshot& snapshot, int step) {
    return snapshot.plan &&
           std::holds_alternative<plan::ImageOperation>(snapshot.plan->steps[static_cast<std::size_t>(step)].operation);
}

}  // namespace

theme::State stateOf(const cache::StepForecast& forecast) {
    switch (forecast.status) {
        case cache::Status::Cached:
            return forecast.dockerWouldRerun ? theme::State::CachedOnlyHere : theme::State::Cached;
        case cache::Status::Rebuild:
            return forecast.reason.kind == cache::ReasonKind::Follows ? theme::State::Follows : theme::State::Rebuild;
        case cache::Status::Unknown:
            return theme::State::Unknown;
    }
    return theme::State::Unknown;
}

theme::State stateOf(const StepRun& step) {
    using enum engine::StepStatus;
    switch (step.status) {
        case Waiting:
            return theme::State::Waiting;
        case Running:
            return theme::State::Running;
        case Cached:
            return step.dockerWouldRerun ? theme::State::CachedOnlyHere : theme::State::Cached;
        case Done:
            return step.sameResult ? theme::State::SameResult : theme::State::Built;
        case Failed:
            return theme::State::Failed;
        case Canceled:
            return theme::State::Canceled;
    }
    return theme::State::Unknown;
}

theme::State stateOf(const Snapshot& snapshot, int step, const BuildRun* run) {
    if (!snapshot.plan || step < 0 || static_cast<std::size_t>(step) >= snapshot.plan->steps.size())
        return theme::State::None;
    const plan::Step& planned = snapshot.plan->steps[static_cast<std::size_t>(step)];
    const cache::StepForecast* forecast = snapshot.forecastOf(step);
    if (run && run->dockerfile == snapshot.path) {
        const StepRun* ran = run->step(QString::fromStdString(planned.id));
        // A COPY that failed for want of a file doesn't where that is back, as it was.
        const bool isMended = std::holds_alternative<plan::CopyOperation>(planned.operation) && forecast &&
                              forecast->status == cache::Status::Cached;
        if (ran && (run->state == RunState::Running || (ran->status == engine::StepStatus::Failed && !isMended)))
            return stateOf(*ran);
    }
    return forecast ? stateOf(*forecast) : theme::State::Unknown;
}

theme::State stageState(const Snapshot& snapshot, int stage, const BuildRun* run) {
    if (!snapshot.plan || stage < 0 || static_cast<std::size_t>(stage) >= snapshot.plan->stages.size())
        return theme::State::None;
    theme::State result = theme::State::None;
    for (const int step : snapshot.plan->stages[static_cast<std::size_t>(stage)].steps) {
        theme::State state = stateOf(snapshot, step, run);
        if (state == theme::State::CachedOnlyHere)
            state = theme::State::Cached;
        if (rank(state) > rank(result))
            result = state;
    }
    return result;
}

bool isTellingOf(const cache::StepForecast& forecast, theme::State state) {
    using enum theme::State;
    const bool isOver = state == Built || state == SameResult || state == Cached || state == CachedOnlyHere;
    return forecast.status != cache::Status::Unknown || !isOver;
}

const StepRun* failedRun(const Snapshot& snapshot, int step, const BuildRun* run) {
    if (!run || stateOf(snapshot, step, run) != theme::State::Failed)
        return nullptr;
    return run->step(QString::fromStdString(snapshot.plan->steps[static_cast<std::size_t>(step)].id));
}

QString failureWords(const StepRun& failed) {
    return failed.exitStatus != 0     ? tr("failed with exit status %1").arg(failed.exitStatus)
           : failed.message.isEmpty() ? tr("failed")
                                      : tr("failed: %1").arg(failed.message);
}

QString stepWords(const Snapshot& snapshot, int step, const BuildRun* run) {
    if (const StepRun* failed = failedRun(snapshot, step, run))
        return failureWords(*failed);
    const cache::StepForecast* forecast = snapshot.forecastOf(step);
    return forecast && isTellingOf(*forecast, stateOf(snapshot, step, run)) ? forecastWords(snapshot, step) : QString();
}

QString targetWords(const QString& target) {
    bool number = false;
    target.toInt(&number);
    return number ? tr("stage %1").arg(target) : target;
}

QString forecastWords(const Snapshot& snapshot, int step) {
    const cache::StepForecast* forecast = snapshot.forecastOf(step);
    if (!forecast || !snapshot.plan)
        return {};
    QStringList words;
    const QString reason = reasonWords(forecast->reason);
    switch (forecast->status) {
        case cache::Status::Cached:
            words << (forecast->dockerWouldRerun ? tr("cached, docker build would run it") : tr("cached"));
            if (forecast->size && *forecast->size > 0)
                words << units::bytes(*forecast->size);
            if (forecast->expectedMs && *forecast->expectedMs >= 1000)
                words << tr("took %1").arg(units::duration(*forecast->expectedMs));
            break;
        case cache::Status::Rebuild:
            words << (forecast->reason.kind == cache::ReasonKind::Follows ? reason : tr("rebuilds: %1").arg(reason));
            if (forecast->expectedMs && *forecast->expectedMs >= 50)
                words << units::expected(*forecast->expectedMs);
            break;
        case cache::Status::Unknown:
            // What isn't known is not known because of the base: said once, at its FROM.
            if (forecast->reason.kind != cache::ReasonKind::Unresolved || isFrom(snapshot, step))
                words << (reason.isEmpty() ? tr("not known yet") : reason);
            break;
    }
    return words.join(u" \u00b7 "_s);
}

QString stageWords(const Snapshot& snapshot, int stage) {
    if (!snapshot.plan || !snapshot.forecast || stage < 0 ||
        static_cast<std::size_t>(stage) >= snapshot.plan->stages.size())
        return {};
    const auto& steps = snapshot.plan->stages[static_cast<std::size_t>(stage)].steps;
    qint64 expected = 0;
    int cached = 0;
    for (const int step : steps) {
        const cache::StepForecast* forecast = snapshot.forecastOf(step);
        if (!forecast || forecast->status == cache::Status::Unknown) {
            expected = -1;
            continue;
        }
        if (forecast->status == cache::Status::Cached)
            ++cached;
        else if (expected >= 0)
            expected = forecast->expectedMs ? expected + *forecast->expectedMs : -1;
    }
    const auto total = static_cast<int>(steps.size());
    if (total == 0)
        return {};
    if (cached == total)
        return tr("all cached");
    QString words = tr("%1 of %2").arg(cached).arg(total);
    if (expected >= 0)
        words += u" \u00b7 "_s + units::expected(expected);
    return words;
}

}  // namespace slipway::project
