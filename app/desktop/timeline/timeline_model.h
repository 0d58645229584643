// A build's steps under their stages, as rows of the timeline.
#pragma once

#include "project/build_run.h"
#include "theme/state.h"

#include <QAbstractItemModel>

namespace slipway::timeline {

/// Two levels: stages in the order of their first step, and their steps. Adapts one immutable BuildRun; a newer state
/// of the same run changes data only. GUI thread.
class TimelineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Duration, Size, Bar, kColumns };
    enum Role {
        StateRole = Qt::UserRole,  ///< theme::State as int
        NumberRole,                ///< "5/7"
        StartRole,                 ///< milliseconds from the build's start, -1 where it hasn't begun
        EndRole,                   ///< -1 while it runs
        ProgressRole,              ///< 0 to 1, -1 where no total is known
        StepIdRole,
        StageRole,  ///< index of the stage
        LineRole,
    };

    explicit TimelineModel(QObject* parent = nullptr);

    void setRun(project::BuildRunPtr run);
    /// The build's clock while it runs: what runs has taken so long by then.
    void setNow(qint64 nowMs);
    [[nodiscard]] const project::BuildRunPtr& run() const { return m_run; }
    /// Row of a step, or an invalid index.
    [[nodiscard]] QModelIndex indexOfStep(const QString& id) const;
    [[nodiscard]] const project::StepRun* step(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        int stage = 0;
        std::vector<int> steps;  ///< indexes into the run's steps
    };
    [[nodiscard]] static std::vector<Group> groupsOf(const project::BuildRun& run);
    [[nodiscard]] QVariant stageData(const Group& group, int column, int role) const;
    [[nodiscard]] QVariant stepData(const project::StepRun& step, int column, int role) const;
    [[nodiscard]] QString stageSize(const Group& group) const;

    project::BuildRunPtr m_run;
    qint64 m_nowMs = 0;
    std::vector<Group> m_groups;
};

}  // namespace slipway::timeline
