#include "bars/layer_bar.h"

#include "units/units.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace slipway::bars {
namespace {

constexpr int kShades = 4;
constexpr double kLeastWidth = 2;  // of a bar with anything in it, however little
constexpr int kHatch = 122;        // per cent: how much lighter than its layer

// Of the characters alone (FNV-1a): Qt's hash may be another one in another process or on another machine.
quint32 stableHash(const QString& text) {
    quint32 hash = 2166136261U;
    for (const char byte : text.toUtf8())
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    return hash;
}

}  // namespace

// One of a few shades of a colour, always the same for the same layer. They go from the role's own colour towards the
// text's side, never towards the ground: none may fade into the panel.
QColor layerColor(const QString& diffId, bool shared, const theme::Theme& theme) {
    const QColor base = theme.color(shared ? theme::Role::LayerShared : theme::Role::LayerOwn);
    const int step = static_cast<int>(stableHash(diffId) % kShades);
    return theme.isDark() ? base.lighter(100 + step * 7) : base.darker(100 + step * 9);
}

std::vector<QRectF> layerRects(const QRectF& bar, const std::vector<BarLayer>& layers, quint64 total) {
    std::vector<QRectF> rects;
    rects.reserve(layers.size());
    double before = 0;
    // No more than the whole width, whatever is said of the total.
    const quint64 sum = std::accumulate(layers.begin(), layers.end(), quint64{0},
                                        [](quint64 size, const BarLayer& layer) { return size + layer.size; });
    const auto all = static_cast<double>(std::max({total, sum, quint64{1}}));
    for (const BarLayer& layer : layers) {
        const double left = bar.left() + bar.width() * before / all;
        before += static_cast<double>(layer.size);
        const double right = bar.left() + bar.width() * before / all;
        rects.push_back(layer.size == 0 ? QRectF() : QRectF(left, bar.top(), right - left, bar.height()));
    }
    return rects;
}

void paintLayers(QPainter& painter, const QRectF& bar, const std::vector<BarLayer>& layers, quint64 total,
                 const theme::Theme& theme) {
    const std::vector<QRectF> rects = layerRects(bar, layers, total);
    double end = bar.left();
    for (const QRectF& rect : rects)
        end = std::max(end, rect.right());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(bar.left(), bar.top(), std::max(kLeastWidth, end - bar.left()), bar.height());
    QPainterPath outline;
    outline.addRoundedRect(whole, 2.5, 2.5);
    painter.setClipPath(outline);
    if (const auto any = std::ranges::find_if(rects, [](const QRectF& rect) { return !rect.isEmpty(); });
        any != rects.end() && whole.right() > end) {
        const BarLayer& layer = layers[static_cast<std::size_t>(any - rects.begin())];
        painter.fillRect(whole, layerColor(layer.diffId, layer.shared, theme));
    }
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (rects[i].isEmpty())
            continue;
        const bool shared = layers[i].shared;
        const QColor fill = layerColor(layers[i].diffId, shared, theme);
        painter.fillRect(rects[i], fill);
        if (shared) {
            painter.setPen(QPen(theme.isHighContrast() ? theme.color(theme::Role::Panel) : fill.lighter(kHatch), 1.6));
            painter.save();
            painter.setClipRect(rects[i], Qt::IntersectClip);
            for (double x = rects[i].left() - rects[i].height(); x < rects[i].right(); x += 6)
                painter.drawLine(QPointF(x, rects[i].bottom()), QPointF(x + rects[i].height(), rects[i].top()));
            painter.restore();
        }
    }
    // Hairlines between layers that are wide enough to be seen.
    for (std::size_t i = 0; i + 1 < rects.size(); ++i) {
        if (rects[i].width() > 2 && rects[i].right() < end - 1)
            painter.fillRect(QRectF(rects[i].right() - 0.5, bar.top(), 1, bar.height()),
                             theme.color(theme::Role::Panel));
    }
    painter.restore();
}

LayerBar::LayerBar(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(80);
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void LayerBar::setLayers(std::vector<BarLayer> layers, quint64 total) {
    m_layers = std::move(layers);
    m_total = total;
    update();
}

void LayerBar::setDimmed(bool dimmed) {
    m_dimmed = dimmed;
    update();
}

void LayerBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setOpacity(m_dimmed ? 0.5 : 1);
    paintLayers(painter, QRectF(rect()), m_layers, m_total, m_theme);
}

bool LayerBar::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const std::vector<QRectF> rects = layerRects(QRectF(rect()), m_layers, m_total);
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (!rects[i].isEmpty() && rects[i].contains(help->pos())) {
            const QString kind = m_layers[i].shared ? tr("shared layer") : tr("own layer");
            QToolTip::showText(help->globalPos(), m_layers[i].step + QLatin1Char('\n') + kind +
                                                      QStringLiteral(" \u00b7 ") + units::bytesExact(m_layers[i].size));
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

}  // namespace slipway::bars
