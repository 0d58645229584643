#include "timeline/timeline_model.h"

#include "project/step_state.h"
#include "units/units.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::timeline {
namespace {

// A stage's rows have this instead of an index of their group.
constexpr quintptr kStageRow = ~quintptr{0};

qint64 firstStart(const project::BuildRun& run, const std::vector<int>& steps) {
    qint64 start = -1;
    for (const int i : steps) {
        const qint64 at = run.steps[static_cast<std::size_t>(i)].startMs;
        if (at >= 0 && (start < 0 || at < start))
            start = at;
    }
    return start;
}

bool isRunning(const project::StepRun& step) { return step.status == engine::StepStatus::Running; }

// When the last of them ended; the build's own clock while one runs.
qint64 lastEnd(const project::BuildRun& run, const std::vector<int>& steps, qint64 nowMs) {
    qint64 end = -1;
    for (const int i : steps) {
        const project::StepRun& step = run.steps[static_cast<std::size_t>(i)];
        end = std::max(end, isRunning(step) ? nowMs : step.endMs);
    }
    return end;
}

// "31.2 MB of 125.1 MB", "812 of 20,000 files"
QString progressWords(const project::StepRun& step) {
    if (step.unit == "bytes"_L1)
        return TimelineModel::tr("%1 of %2").arg(units::bytesFine(step.current), units::bytesFine(step.total));
    const QLocale locale;
    return TimelineModel::tr("%1 of %2 files").arg(locale.toString(step.current), locale.toString(step.total));
}

}  // namespace

TimelineModel::TimelineModel(QObject* parent) : QAbstractItemModel(parent) {}

std::vector<TimelineModel::Group> TimelineModel::groupsOf(const project::BuildRun& run) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        const int stage = run.steps[i].stageIndex;
        auto found = std::ranges::find(groups, stage, &Group::stage);
        if (found == groups.end())
            found = groups.insert(groups.end(), Group{stage, {}});
        found->steps.push_back(static_cast<int>(i));
    }
    return groups;
}

void TimelineModel::setRun(project::BuildRunPtr run) {
    std::vector<Group> groups = run ? groupsOf(*run) : std::vector<Group>{};
    const bool same = m_run && run && m_run->number == run->number &&
                      std::ranges::equal(m_groups, groups, [](const Group& a, const Group& b) {
                          return a.stage == b.stage && a.steps == b.steps;
                      });
    m_nowMs = run ? run->durationMs : 0;
    if (!same) {
        beginResetModel();
        m_run = std::move(run);
        m_groups = std::move(groups);
        endResetModel();
        return;
    }
    m_run = std::move(run);
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        Q_EMIT dataChanged(parent, index(group, kColumns - 1));
        if (const int rows = rowCount(parent); rows > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, kColumns - 1, parent));
    }
}

void TimelineModel::setNow(qint64 nowMs) {
    m_nowMs = nowMs;
    for (int group = 0; group < rowCount(); ++group) {
        const std::vector<int>& steps = m_groups[static_cast<std::size_t>(group)].steps;
        const QModelIndex stage = index(group, Duration);
        bool runs = false;
        for (int row = 0; row < static_cast<int>(steps.size()); ++row) {
            if (!isRunning(m_run->steps[static_cast<std::size_t>(steps[static_cast<std::size_t>(row)])]))
                continue;
            const QModelIndex step = index(row, Duration, index(group, 0));
            Q_EMIT dataChanged(step, step);
            runs = true;
        }
        if (runs)
            Q_EMIT dataChanged(stage, stage);
    }
}

QModelIndex TimelineModel::indexOfStep(const QString& id) const {
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        for (std::size_t row = 0; row < m_groups[group].steps.size(); ++row) {
            if (m_run->steps[static_cast<std::size_t>(m_groups[group].steps[row])].id == id)
                return index(static_cast<int>(row), 0, index(static_cast<int>(group), 0));
        }
    }
    return {};
}

const project::StepRun* TimelineModel::step(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kStageRow)
        return nullptr;
    const Group& group = m_groups[index.internalId()];
    return &m_run->steps[static_cast<std::size_t>(group.steps[static_cast<std::size_t>(index.row())])];
}

QModelIndex TimelineModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : kStageRow);
}

QModelIndex TimelineModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kStageRow)
        return {};
    return createIndex(static_cast<int>(child.internalId()), 0, kStageRow);
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kStageRow || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].steps.size());
}

int TimelineModel::columnCount(const QModelIndex&) const { return kColumns; }

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case Name:
            return tr("Step");
        case Duration:
            return tr("Time");
        case Size:
            return tr("Size");
        default:
            return {};
    }
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_run)
        return {};
    if (const project::StepRun* const one = step(index))
        return stepData(*one, index.column(), role);
    return stageData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
}

// The image's size, or what a stage adds to the stage it stands on: such a stage has no FROM step of its own.
QString TimelineModel::stageSize(const Group& group) const {
    const auto image = std::ranges::find(m_run->images, group.stage, &engine::ImageEvent::stageIndex);
    quint64 own = 0;
    for (const int i : group.steps)
        own += m_run->steps[static_cast<std::size_t>(i)].size;
    if (image == m_run->images.end())
        return {};
    return own < image->size ? units::bytesDifference(static_cast<qint64>(own)) : units::bytes(image->size);
}

QVariant TimelineModel::stageData(const Group& group, int column, int role) const {
    const project::StepRun& first = m_run->steps[static_cast<std::size_t>(group.steps.front())];
    const qint64 start = firstStart(*m_run, group.steps);
    const qint64 end = lastEnd(*m_run, group.steps, m_nowMs);
    switch (role) {
        case Qt::DisplayRole:
            switch (column) {
                case Name:
                    return project::targetWords(first.stage);
                case Duration:
                    return start >= 0 && end >= start ? units::duration(end - start) : QString();
                case Size:
                    return stageSize(group);
                default:
                    return {};
            }
        case Qt::FontRole: {
            QFont font;
            font.setBold(true);
            return font;
        }
        case Qt::ToolTipRole: {
            const auto image = std::ranges::find(m_run->images, group.stage, &engine::ImageEvent::stageIndex);
            if (image != m_run->images.end() && column == Size)
                return tr("%1 unpacked").arg(units::bytesExact(image->size));
            return {};
        }
        case Qt::TextAlignmentRole:
            return QVariant(column == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
        case StateRole:
            return static_cast<int>(theme::State::None);
        case StartRole:
            return start;
        case EndRole:
            return end;
        case StageRole:
            return group.stage;
        default:
            return {};
    }
}

QVariant TimelineModel::stepData(const project::StepRun& step, int column, int role) const {
    using enum engine::StepStatus;
    switch (role) {
        case Qt::DisplayRole:
            switch (column) {
                case Name:
                    return step.name;
                case Duration:
                    if (step.status == Running)
                        return units::duration(std::max<qint64>(0, m_nowMs - step.startMs));
                    return step.status == Done || step.status == Failed || step.status == Canceled
                               ? units::duration(step.durationMs)
                               : QString();
                case Size:
                    if (step.status == Running && step.total > 0)
                        return tr("%1\u00a0%").arg(std::min<quint64>(100, step.current * 100 / step.total));
                    return step.status == Done || step.status == Cached ? units::bytes(step.size) : QString();
                default:
                    return {};
            }
        case Qt::ToolTipRole: {
            if (column == Size)
                return step.status == Done || step.status == Cached
                           ? tr("%1 unpacked").arg(units::bytesExact(step.size))
                           : QString();
            QStringList lines{step.name, theme::stateName(project::stateOf(step))};
            if (!step.reason.isEmpty())
                lines << tr("because %1").arg(step.reason);
            if (step.status == Cached && step.durationMs > 0)
                lines << tr("took %1 when it ran").arg(units::duration(step.durationMs));
            if (step.status == Running && step.total > 0)
                lines << progressWords(step);
            if (!step.message.isEmpty())
                lines << step.message;
            if (!step.lastLines.isEmpty())
                lines << step.lastLines;
            return lines.join('\n'_L1);
        }
        case Qt::TextAlignmentRole:
            return QVariant(column == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
        case Qt::AccessibleTextRole:
            return column == Name ? u"%1, %2"_s.arg(step.name, theme::stateName(project::stateOf(step))) : QVariant();
        case StateRole:
            return static_cast<int>(project::stateOf(step));
        case NumberRole:
            return u"%1/%2"_s.arg(step.number).arg(step.count);
        case StartRole:
            return step.startMs;
        case EndRole:
            return step.endMs;
        case ProgressRole:
            return step.total > 0 ? static_cast<double>(step.current) / static_cast<double>(step.total) : -1.0;
        case StepIdRole:
            return step.id;
        case StageRole:
            return step.stageIndex;
        case LineRole:
            return step.line;
        default:
            return {};
    }
}

}  // namespace slipway::timeline
