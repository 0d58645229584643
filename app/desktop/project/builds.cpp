#include "project/builds.h"

#include <QSet>

#include <algorithm>

namespace slipway::project {

Builds::Builds(QObject* parent) : QObject(parent) {}
Builds::~Builds() = default;

BuildRunPtr Builds::run(int number) const {
    const auto found = std::ranges::find_if(m_runs, [&](const BuildRunPtr& run) { return run->number == number; });
    return found == m_runs.end() ? nullptr : *found;
}

BuildRunPtr Builds::running() const {
    const auto found = std::ranges::find_if(
        m_runs, [](const BuildRunPtr& run) { return run->state == RunState::Running && !run->foreign; });
    return found == m_runs.end() ? nullptr : *found;
}

BuildRunPtr Builds::shown() const {
    if (const BuildRunPtr chosen = run(m_shown))
        return chosen;
    return m_runs.empty() ? nullptr : m_runs.front();
}

void Builds::show(int number) {
    if (m_shown == number)
        return;
    m_shown = number;
    Q_EMIT shownChanged();
}

qint64 Builds::elapsedMs(const BuildRun& run) const {
    const bool runs = run.state == RunState::Running && !run.foreign && m_heard.isValid();
    return runs ? run.durationMs + m_heard.elapsed() : run.durationMs;
}

int Builds::add(BuildRun run) {
    run.number = m_next++;
    const int number = run.number;
    if (run.state == RunState::Running && !run.foreign)
        m_heard.start();
    const bool toFront = !run.foreign || !running();
    // Newest first; a build of the past that is read late goes to its own place.
    const auto place =
        std::ranges::find_if(m_runs, [&](const BuildRunPtr& other) { return other->startedAt <= run.startedAt; });
    const bool newest = place == m_runs.begin();
    m_runs.insert(place, std::make_shared<const BuildRun>(std::move(run)));
    Q_EMIT added(number);
    if (toFront && newest)
        show(number);
    return number;
}

void Builds::apply(int number, std::span<const engine::BuildEvent> events) {
    const auto found = std::ranges::find_if(m_runs, [&](const BuildRunPtr& run) { return run->number == number; });
    if (found == m_runs.end() || events.empty())
        return;
    BuildRun next = **found;
    const bool wasRunning = next.state == RunState::Running;
    QSet<QString> grown;
    for (const engine::BuildEvent& event : events) {
        if (const auto* log = std::get_if<engine::LogEvent>(&event.what)) {
            const QString step = QString::fromStdString(log->id);
            m_logs[number][step].push_back({log->stream, QByteArray::fromStdString(log->text)});
            grown.insert(step);
        } else {
            project::apply(next, event);
        }
    }
    if (next.state == RunState::Running)  // its end says how long it took
        next.durationMs = std::max(next.durationMs, static_cast<qint64>(events.back().atMs));
    m_heard.start();
    const bool over = wasRunning && next.state != RunState::Running;
    *found = std::make_shared<const BuildRun>(std::move(next));
    for (const QString& step : std::as_const(grown))
        Q_EMIT logGrew(number, step);
    Q_EMIT changed(number);
    if (over)
        Q_EMIT ended(number);
}

void Builds::replace(int number, BuildRun run) {
    const auto found = std::ranges::find_if(m_runs, [&](const BuildRunPtr& other) { return other->number == number; });
    if (found == m_runs.end())
        return;
    run.number = number;
    *found = std::make_shared<const BuildRun>(std::move(run));
    Q_EMIT changed(number);
}

void Builds::clear() {
    m_runs.clear();
    m_logs.clear();
    m_shown = 0;
    Q_EMIT cleared();
    Q_EMIT shownChanged();
}

const std::vector<LogChunk>& Builds::log(int number, const QString& step) const {
    static const std::vector<LogChunk> kNothing;
    const auto logs = m_logs.find(number);
    if (logs == m_logs.end())
        return kNothing;
    const auto found = logs->second.constFind(step);
    return found == logs->second.constEnd() ? kNothing : *found;
}

void Builds::setLog(int number, const QString& step, std::vector<LogChunk> chunks) {
    m_logs[number][step] = std::move(chunks);
    Q_EMIT logGrew(number, step);
}

}  // namespace slipway::project
