// Running and past builds of the project, growing by engine events.
#pragma once

#include "project/build_run.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <span>
#include <unordered_map>

namespace slipway::project {

/// Holds builds, newest first. GUI thread. BuildStarter and BuildHistory feed it; a test may, by hand.
class Builds : public QObject {
    Q_OBJECT
public:
    explicit Builds(QObject* parent = nullptr);
    ~Builds() override;

    [[nodiscard]] const std::vector<BuildRunPtr>& runs() const { return m_runs; }
    [[nodiscard]] BuildRunPtr run(int number) const;
    /// The one that runs, or null. There is at most one.
    [[nodiscard]] BuildRunPtr running() const;
    /// The one that panels show: chosen, else the newest; null where there is none.
    [[nodiscard]] BuildRunPtr shown() const;
    void show(int number);
    /// How long a run took, or takes so far: its clock runs on while its steps say nothing.
    [[nodiscard]] qint64 elapsedMs(const BuildRun& run) const;

    /// A new run; its `number` is given here. Becomes the one shown unless it is foreign.
    int add(BuildRun run);
    /// A batch of events of a run, in order; sends one changed() for all of them.
    void apply(int number, std::span<const engine::BuildEvent> events);
    /// Replaces a run (a past one whose events were read).
    void replace(int number, BuildRun run);
    void clear();

    /// A step's output so far, append-only; empty where there is none. The reference holds until the next event loop
    /// turn.
    [[nodiscard]] const std::vector<LogChunk>& log(int number, const QString& step) const;
    void setLog(int number, const QString& step, std::vector<LogChunk> chunks);

Q_SIGNALS:
    void added(int number);
    void changed(int number);  ///< at most 30 times a second while it runs
    void logGrew(int number, const QString& step);
    void ended(int number);
    void shownChanged();
    void cleared();

private:
    std::vector<BuildRunPtr> m_runs;
    std::unordered_map<int, QHash<QString, std::vector<LogChunk>>> m_logs;
    QElapsedTimer m_heard;  ///< since the one that runs was heard of
    int m_next = 1;
    int m_shown = 0;
};

}  // namespace slipway::project
