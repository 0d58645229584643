// Which of the changed files are shown: those whose path has some letters in it, and those that one layer brought.
#pragma once

#include "layer/toc.h"

#include <QSortFilterProxyModel>

#include <memory>

namespace slipway::compare {

/// Over a FilesModel; a folder is shown as long as something below it is. GUI thread.
class FilesFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit FilesFilter(QObject* parent = nullptr);

    /// What a layer wrote or deleted; null for all layers.
    void setLayer(std::shared_ptr<const layer::Toc> layer);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::shared_ptr<const layer::Toc> m_layer;
};

/// Whether a layer wrote or deleted a path (without its leading "/"), itself or by a folder above it.
[[nodiscard]] bool touches(const layer::Toc& layer, std::string_view path);

}  // namespace slipway::compare
