// Two images side by side, as a document in a tab.
#pragma once

#include "bars/layer_bar.h"
#include "compare/compare_models.h"
#include "compare/files_filter.h"
#include "store/store.h"
#include "theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;
class QTreeView;

namespace slipway::theme {
class ElidedLabel;
class LinkButton;
}  // namespace slipway::theme

namespace slipway::compare {

/// One of the two: its image and how to call it.
struct Operand {
    QString image;  ///< tag, ID or FOLDER#stage
    QString name;
};

/// GUI thread; reads the store in the background.
class ComparePage : public QWidget {
    Q_OBJECT
public:
    ComparePage(std::shared_ptr<store::Store> store, Operand a, Operand b, const theme::Theme& theme,
                QWidget* parent = nullptr);

    /// "runtime ↔ dev_environment"
    [[nodiscard]] QString title() const;
    [[nodiscard]] const ComparisonPtr& comparison() const { return m_comparison; }
    /// Shows a comparison; the constructor's reading ends here, and a test may.
    void setComparison(ComparisonPtr comparison);
    /// Reads the images again: a compressed size became known, or a tag another image.
    void refresh();

Q_SIGNALS:
    void shown();

private:
    struct Head {
        QLabel *name, *size, *facts;
        bars::LayerBar* bar;
    };
    QWidget* makeHead(Head& head);
    void fillHead(Head& head, const store::Image& image, const QString& name, insight::Side other, quint64 largest);
    void layOutColumns();
    void openHeaviest();
    void filter(const QString& text);
    /// The files are those of the chosen layer; of all where none is.
    void chooseLayer();
    void showLayer(const QString& step, std::shared_ptr<const layer::Toc> table);
    void sayWhyEmpty();

    std::shared_ptr<store::Store> m_store;
    Operand m_a, m_b;
    const theme::Theme& m_theme;
    ComparisonPtr m_comparison;
    Head m_headA{}, m_headB{};
    LayersModel m_layers;
    FilesModel m_files;
    FilesFilter* m_filtered;
    QLabel* m_summary;
    QLabel* m_failure;
    QLineEdit* m_search;
    theme::ElidedLabel* m_layer;  ///< the step whose files are shown
    theme::LinkButton* m_allLayers;
    QLabel* m_none;  ///< of a list without a file
    int m_layerTurn = 0;
    QTableView* m_layerView;
    QTreeView* m_fileView;
};

}  // namespace slipway::compare
