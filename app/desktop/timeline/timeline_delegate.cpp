#include "timeline/timeline_delegate.h"

#include "theme/measure.h"

#include <QPainter>

#include <algorithm>
#include <ranges>

namespace slipway::timeline {
namespace {

constexpr int kEdge = 8;
constexpr double kShortestBar = 5;

theme::Role barRole(theme::State state) {
    using enum theme::State;
    switch (state) {
        case Cached:
        case CachedOnlyHere:
            return theme::Role::Cached;
        case Failed:
            return theme::Role::Failed;
        case Canceled:
            return theme::Role::Canceled;
        case Running:
            return theme::Role::Running;
        default:
            return theme::Role::Built;
    }
}

}  // namespace

Columns::Columns(const QFontMetrics& font)
    : state(kEdge),
      number(state + 20),
      numberWidth(font.horizontalAdvance(QStringLiteral("00/00"))),
      name(number + numberWidth + 12) {}

QRectF barRect(const QRectF& cell, const Scale& scale, double startMs, double endMs) {
    const double left = scale.x(startMs);
    const double right = std::max(scale.x(endMs), left + kShortestBar);
    const double height = std::min(12.0, cell.height() - 8);
    return {cell.left() + left, cell.center().y() - height / 2 + 0.5, right - left, height};
}

TimelineDelegate::TimelineDelegate(const theme::Theme& theme, const Zoom& zoom, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_zoom(zoom) {}

void TimelineDelegate::setNow(qint64 nowMs, qreal turn) {
    m_nowMs = nowMs;
    m_turn = turn;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {40, theme::timelineRowHeight(option.fontMetrics)};
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (option.state & QStyle::State_Selected)
        theme::paintSelection(*painter, option.rect, m_theme);
    if (index.column() == TimelineModel::Bar) {
        if (index.parent().isValid())
            paintBar(*painter, option.rect, index);
        else if (!(option.state & QStyle::State_Open))
            paintFolded(*painter, option.rect, index.siblingAtColumn(0));
        return;
    }
    if (index.column() == TimelineModel::Name) {
        paintName(*painter, option, index);
        return;
    }
    const bool stage = !index.parent().isValid();
    QFont font = option.font;
    font.setBold(stage);
    painter->setFont(theme::Theme::tabular(font));
    painter->setPen(m_theme.color(stage ? theme::Role::Text : theme::Role::Secondary));
    painter->drawText(option.rect.adjusted(4, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                      index.data(Qt::DisplayRole).toString());
}

void TimelineDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const Columns at(option.fontMetrics);
    const QRect row = option.rect;
    const bool stage = !index.parent().isValid();
    QFont font = option.font;
    font.setBold(stage);
    painter.setFont(font);
    if (stage) {
        const bool open = option.state & QStyle::State_Open;
        const double x = row.left() + at.state + 5;
        const double y = row.center().y() + 0.5;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(theme::Role::Secondary));
        painter.drawPolygon(open ? QPolygonF{{x, y - 2.5}, {x + 8, y - 2.5}, {x + 4, y + 3}}
                                 : QPolygonF{{x + 1, y - 4}, {x + 6.5, y}, {x + 1, y + 4}});
    } else {
        const auto state = static_cast<theme::State>(index.data(TimelineModel::StateRole).toInt());
        theme::paintState(painter, QRectF(row.left() + at.state, row.center().y() - 7, 16, 16), state, m_theme, m_turn);
        painter.setPen(m_theme.color(theme::Role::Faint));
        painter.drawText(QRect(row.left() + at.number, row.top(), at.numberWidth, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter, index.data(TimelineModel::NumberRole).toString());
    }
    const QRect text(row.left() + at.name, row.top(), row.width() - at.name - 4, row.height());
    painter.setPen(m_theme.color(theme::Role::Text));
    painter.drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width()));
}

// A stage that is folded shows when its steps were at work.
void TimelineDelegate::paintFolded(QPainter& painter, const QRect& cell, const QModelIndex& stage) const {
    const QAbstractItemModel& model = *stage.model();
    const auto at = [&](int row) {
        const QModelIndex step = model.index(row, 0, stage);
        const auto start = step.data(TimelineModel::StartRole).toLongLong();
        const auto end = step.data(TimelineModel::EndRole).toLongLong();
        return std::pair{static_cast<double>(start), static_cast<double>(end < 0 ? m_nowMs : end)};
    };
    const auto begun = [&](int row) {
        return model.index(row, 0, stage).data(TimelineModel::StartRole).toLongLong() >= 0;
    };
    const Scale scale = m_zoom.scale(cell.width());
    const double height = 6;
    auto rows = std::views::iota(0, model.rowCount(stage)) | std::views::filter(begun) | std::views::transform(at);
    mergeBelowAPixel(rows, scale, kShortestBar, [&](double left, double right) {
        const QRectF bar(cell.left() + left, cell.center().y() - height / 2 + 0.5, right - left, height);
        painter.fillRect(bar.intersected(QRectF(cell)), m_theme.color(theme::Role::Unknown));
    });
}

void TimelineDelegate::paintBar(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    const auto start = index.data(TimelineModel::StartRole).toLongLong();
    if (start < 0)
        return;
    const auto end = index.data(TimelineModel::EndRole).toLongLong();
    const auto state = static_cast<theme::State>(index.data(TimelineModel::StateRole).toInt());
    const QColor color = m_theme.color(barRole(state));
    const Scale scale = m_zoom.scale(cell.width());
    QRectF bar = barRect(cell, scale, static_cast<double>(start), static_cast<double>(end < 0 ? m_nowMs : end));
    bar = bar.intersected(QRectF(cell));
    if (bar.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::min(2.5, bar.width() / 2);
    if (end < 0) {  // running: an outline, filled as far as its progress is known
        const double done = index.data(TimelineModel::ProgressRole).toDouble();
        if (done > 0) {
            QColor pale = color;
            pale.setAlphaF(0.35F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(pale);
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * std::min(done, 1.0), bar.height()),
                                    radius, radius);
        }
        painter.setPen(QPen(color, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(bar.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius);
    } else if (state == theme::State::SameResult) {
        painter.setPen(QPen(color, 1.4));
        painter.setBrush(m_theme.color(theme::Role::Panel));
        painter.drawRoundedRect(bar.adjusted(0.7, 0.7, -0.7, -0.7), radius, radius);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(bar, radius, radius);
    }
    painter.restore();
}

}  // namespace slipway::timeline
