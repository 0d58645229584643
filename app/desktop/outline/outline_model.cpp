#include "outline/outline_model.h"

#include <algorithm>

namespace slipway::outline {
namespace {

// How many rows at both ends are the same rows as before (their content may differ).
template <class Old, class New, class Same>
std::pair<int, int> commonEnds(const std::vector<Old>& before, const std::vector<New>& after, Same same) {
    const auto most = static_cast<int>(std::min(before.size(), after.size()));
    int head = 0;
    while (head < most && same(before[static_cast<std::size_t>(head)], after[static_cast<std::size_t>(head)]))
        ++head;
    int tail = 0;
    while (tail < most - head && same(before[before.size() - 1 - static_cast<std::size_t>(tail)],
                                      after[after.size() - 1 - static_cast<std::size_t>(tail)]))
        ++tail;
    return {head, tail};
}

}  // namespace

int OutlineModel::rowOf(quintptr id) const {
    const auto found = std::ranges::find(m_stages, id, &Stage::id);
    return found == m_stages.end() ? -1 : static_cast<int>(found - m_stages.begin());
}

void OutlineModel::set(std::vector<StageRow> rows) {
    const auto sameStage = [](const Stage& a, const StageRow& b) {
        return a.row.label == b.label && (a.row.stage < 0) == (b.stage < 0);
    };
    const auto [head, tail] = commonEnds(m_stages, rows, sameStage);
    const auto before = static_cast<int>(m_stages.size());
    const auto after = static_cast<int>(rows.size());
    // In the middle, rows that stay in their place are taken to be renamed ones.
    const int kept = std::min(before, after) - head - tail;
    const int from = head + kept;
    if (before - tail > from) {
        beginRemoveRows({}, from, before - tail - 1);
        m_stages.erase(m_stages.begin() + from, m_stages.begin() + (before - tail));
        endRemoveRows();
    } else if (after - tail > from) {
        beginInsertRows({}, from, after - tail - 1);
        std::vector<Stage> fresh;
        for (int i = from; i < after - tail; ++i)
            fresh.push_back({m_nextId++, std::move(rows[static_cast<std::size_t>(i)])});
        m_stages.insert(m_stages.begin() + from, std::make_move_iterator(fresh.begin()),
                        std::make_move_iterator(fresh.end()));
        endInsertRows();
    }
    for (int i = 0; i < after; ++i) {
        if (i >= from && i < after - tail && before - tail <= from)
            continue;  // just inserted
        StageRow& next = rows[static_cast<std::size_t>(i)];
        setInstructions(i, std::move(next.instructions));
        StageRow& now = m_stages[static_cast<std::size_t>(i)].row;
        const bool same = now.label == next.label && now.detail == next.detail && now.toolTip == next.toolTip &&
                          now.state == next.state && now.problem == next.problem && now.stage == next.stage;
        next.instructions = std::move(now.instructions);
        now = std::move(next);
        if (!same)
            Q_EMIT dataChanged(index(i, 0), index(i, 0));
    }
}

void OutlineModel::setInstructions(int stage, std::vector<InstructionRow> next) {
    std::vector<InstructionRow>& now = m_stages[static_cast<std::size_t>(stage)].row.instructions;
    const QModelIndex parent = index(stage, 0);
    const auto [head, tail] =
        commonEnds(now, next, [](const InstructionRow& a, const InstructionRow& b) { return a.label == b.label; });
    const auto before = static_cast<int>(now.size());
    const auto after = static_cast<int>(next.size());
    const int from = head + std::min(before, after) - head - tail;
    if (before > after) {
        beginRemoveRows(parent, from, before - tail - 1);
        now.erase(now.begin() + from, now.begin() + (before - tail));
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows(parent, from, after - tail - 1);
        now.insert(now.begin() + from, next.begin() + from, next.begin() + (after - tail));
        endInsertRows();
    }
    for (int i = 0; i < after; ++i) {
        InstructionRow& row = now[static_cast<std::size_t>(i)];
        if (row == next[static_cast<std::size_t>(i)])
            continue;
        row = std::move(next[static_cast<std::size_t>(i)]);
        const QModelIndex changed = index(i, 0, parent);
        Q_EMIT dataChanged(changed, changed);
    }
}

QModelIndex OutlineModel::at(int line) const {
    for (int i = 0; i < static_cast<int>(m_stages.size()); ++i) {
        const StageRow& stage = m_stages[static_cast<std::size_t>(i)].row;
        if (line < stage.line || line > stage.endLine)
            continue;
        for (int k = 0; k < static_cast<int>(stage.instructions.size()); ++k) {
            const InstructionRow& row = stage.instructions[static_cast<std::size_t>(k)];
            if (line >= row.line && line <= row.endLine)
                return index(k, 0, index(i, 0));
        }
        return index(i, 0);
    }
    return {};
}

int OutlineModel::stageCount() const {
    return static_cast<int>(std::ranges::count_if(m_stages, [](const Stage& stage) { return stage.row.stage >= 0; }));
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_stages[static_cast<std::size_t>(parent.row())].id : 0);
}

QModelIndex OutlineModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0)
        return {};
    const int row = rowOf(child.internalId());
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr(0));
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_stages.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_stages[static_cast<std::size_t>(parent.row())].row.instructions.size());
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const bool isStage = index.internalId() == 0;
    const int stageRow = isStage ? index.row() : rowOf(index.internalId());
    if (stageRow < 0)
        return {};
    const StageRow& stage = m_stages[static_cast<std::size_t>(stageRow)].row;
    const InstructionRow* row = isStage ? nullptr : &stage.instructions[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return row ? row->label : stage.label;
        case Qt::ToolTipRole:
            return row ? row->toolTip : stage.toolTip;
        case Qt::AccessibleDescriptionRole:
            return theme::stateName(row ? row->state : stage.state);
        case DetailRole:
            return row ? row->detail : stage.detail;
        case StateRole:
            return static_cast<int>(row ? row->state : stage.state);
        case StageRole:
            return stage.stage;
        case StepRole:
            return row ? row->step : QString();
        case LineRole:
            return row ? row->line : stage.line;
        case ProblemRole:
            return row ? row->problem : stage.problem;
        case IsStageRole:
            return isStage && stage.stage >= 0;
        default:
            return {};
    }
}

}  // namespace slipway::outline
