// An image as a stacked bar of its layers: shared ones blue and hatched, its own amber.
#pragma once

#include "theme/theme.h"

#include <QWidget>

#include <vector>

namespace slipway::bars {

struct BarLayer {
    QString diffId;    ///< decides the shade, so that a layer looks the same in every picture
    QString step;      ///< what made it, for the tooltip
    quint64 size = 0;  ///< unpacked bytes
    bool shared = false;
};

/// A layer's shade: of shared blue or own amber.
[[nodiscard]] QColor layerColor(const QString& diffId, bool shared, const theme::Theme& theme);
/// The part of `bar` that each layer takes when the whole width stands for `total` bytes; empty for an empty layer.
[[nodiscard]] std::vector<QRectF> layerRects(const QRectF& bar, const std::vector<BarLayer>& layers, quint64 total);
void paintLayers(QPainter& painter, const QRectF& bar, const std::vector<BarLayer>& layers, quint64 total,
                 const theme::Theme& theme);

/// The bar as a widget; a tooltip names the layer under the pointer.
class LayerBar : public QWidget {
    Q_OBJECT
public:
    explicit LayerBar(const theme::Theme& theme, QWidget* parent = nullptr);

    /// `total` is what the whole width stands for: the largest image beside it, so that bars can be compared.
    void setLayers(std::vector<BarLayer> layers, quint64 total);
    /// Pale: of something that is no more.
    void setDimmed(bool dimmed);
    QSize sizeHint() const override { return {200, 22}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    const theme::Theme& m_theme;
    std::vector<BarLayer> m_layers;
    quint64 m_total = 0;
    bool m_dimmed = false;
};

}  // namespace slipway::bars
