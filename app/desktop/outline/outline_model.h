// Stages and their instructions as a model; changes are as precise as the edit behind them.
#pragma once

#include "outline/outline_rows.h"

#include <QAbstractItemModel>

namespace slipway::outline {

/// GUI thread.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, StateRole, StageRole, StepRole, LineRole, ProblemRole, IsStageRole };

    using QAbstractItemModel::QAbstractItemModel;
    void set(std::vector<StageRow> rows);

    /// The row that holds a 1-based line: an instruction, else its stage or what stands outside of any, else
    /// an invalid index.
    [[nodiscard]] QModelIndex at(int line) const;
    [[nodiscard]] int stageCount() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Stage {
        quintptr id;  // never used again, so that an index of a child finds its stage wherever that moved
        StageRow row;
    };
    void setInstructions(int stage, std::vector<InstructionRow> next);
    [[nodiscard]] int rowOf(quintptr id) const;

    std::vector<Stage> m_stages;
    quintptr m_nextId = 1;
};

}  // namespace slipway::outline
