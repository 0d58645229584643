#include "project/past_build.h"

#include <QFile>

#include <algorithm>

namespace slipway::project {

PastBuild readPastBuild(const store::Build& build, const QByteArray& events) {
    PastBuild past;
    past.run.storeId = build.id;
    past.run.folder = QString::fromStdString(build.folder);
    past.run.dockerfile = QString::fromStdString(build.dockerfile);
    past.run.target = QString::fromStdString(build.target);
    past.run.startedAt = build.startedAt;
    past.run.foreign = true;
    for (qsizetype from = 0; from < events.size();) {
        const qsizetype newLine = events.indexOf('\n', from);
        const qsizetype end = newLine < 0 ? events.size() : newLine;
        const std::string_view line(events.constData() + from, static_cast<std::size_t>(end - from));
        from = end + 1;
        const auto event = engine::eventFromJson(line);
        if (!event)
            continue;
        if (const auto* log = std::get_if<engine::LogEvent>(&event->what))
            past.logs[QString::fromStdString(log->id)].push_back({log->stream, QByteArray::fromStdString(log->text)});
        else
            apply(past.run, *event);
    }
    past.run.storeId = build.id;
    past.run.durationMs = build.endedAt - build.startedAt;
    past.run.state = build.outcome == "succeeded" ? RunState::Succeeded
                     : build.outcome == "failed"  ? RunState::Failed
                                                  : RunState::Canceled;
    return past;
}

std::vector<PastBuild> readPastBuilds(const store::Store& store, const QString& folder,
                                      const std::vector<qint64>& known) {
    constexpr std::size_t kBuilds = 20;
    constexpr qint64 kMostBytes = 32 << 20;
    std::vector<PastBuild> result;
    const auto builds = store.builds(folder.toStdString(), kBuilds);
    if (!builds)
        return result;
    for (const store::Build& build : *builds) {
        if (std::ranges::find(known, build.id) != known.end())
            continue;
        QByteArray events;
        QFile file(QString::fromStdString((store.home() / build.events).string()));
        if (!build.events.empty() && file.open(QIODevice::ReadOnly))
            events = file.read(kMostBytes);
        result.push_back(readPastBuild(build, events));
    }
    return result;
}

}  // namespace slipway::project
