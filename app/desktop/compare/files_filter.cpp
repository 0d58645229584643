#include "compare/files_filter.h"

#include "compare/compare_models.h"

#include <utility>

namespace slipway::compare {

bool touches(const layer::Toc& layer, std::string_view path) {
    if (layer.find(path))
        return true;
    for (auto slash = path.rfind('/'); slash != std::string_view::npos; slash = path.rfind('/')) {
        path = path.substr(0, slash);
        const auto above = layer.find(path);
        // What is no folder there, or a new one, deleted what was in it.
        if (above && (layer.type(*above) != layer::EntryType::Directory || layer.opaque(*above)))
            return true;
    }
    return false;
}

FilesFilter::FilesFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setRecursiveFilteringEnabled(true);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setFilterRole(FilesModel::FullPathRole);
    setSortRole(FilesModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void FilesFilter::setLayer(std::shared_ptr<const layer::Toc> layer) {
    if (layer == m_layer)
        return;
    m_layer = std::move(layer);
    invalidateFilter();
}

// A file decides; its path has the names of all folders above it.
bool FilesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (sourceModel()->hasChildren(index) || !QSortFilterProxyModel::filterAcceptsRow(row, parent))
        return false;
    return !m_layer || touches(*m_layer, index.data(FilesModel::FullPathRole).toString().sliced(1).toStdString());
}

}  // namespace slipway::compare
