// A comparison of two images as rows: its layers, and its changed files as a tree.
#pragma once

#include "insight/comparison.h"

#include <QAbstractItemModel>
#include <QAbstractTableModel>

#include <memory>
#include <unordered_map>
#include <vector>

namespace slipway::compare {

using ComparisonPtr = std::shared_ptr<const insight::Comparison>;

/// "=", "+" or "−" in the first column, then the layer and its size on either side. Adapts one comparison.
class LayersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Mark, Step, SizeA, SizeB, kColumns };
    enum Role { SideRole = Qt::UserRole, DiffIdRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(ComparisonPtr comparison, const QString& nameA, const QString& nameB);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString whose(const insight::ComparedLayer& layer) const;

    ComparisonPtr m_comparison;
    std::vector<int> m_telling;  ///< of each layer, where its step begins to differ from all others
    QString m_nameA, m_nameB;
};

/// Folders and files that differ, largest difference first.
class FilesModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Path, SizeA, SizeB, Difference, kColumns };
    enum Role { KindRole = Qt::UserRole, FullPathRole, WeightRole /* bytes that differ */, SortRole };
    explicit FilesModel(QObject* parent = nullptr);
    ~FilesModel() override;

    void setChanges(const std::vector<layer::Change>& files, const QString& nameA, const QString& nameB);
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Place {
        const insight::ChangeNode* parent = nullptr;
        int row = 0;
    };
    [[nodiscard]] const insight::ChangeNode& node(const QModelIndex& index) const;
    void place(const insight::ChangeNode& node);

    insight::ChangeNode m_root;
    std::unordered_map<const insight::ChangeNode*, Place> m_places;
    QString m_nameA, m_nameB;
};

}  // namespace slipway::compare
