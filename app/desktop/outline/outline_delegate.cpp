#include "outline/outline_delegate.h"

#include "outline/outline_model.h"
#include "theme/measure.h"
#include "theme/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace slipway::outline {
namespace {
constexpr int kIcon = 16;
constexpr int kButton = 20;
}  // namespace

OutlineDelegate::OutlineDelegate(const theme::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {120, theme::rowHeight(option.fontMetrics)};
}

QRect OutlineDelegate::buttonRect(const QStyleOptionViewItem& option) {
    return {option.rect.right() - kButton - 7, option.rect.top() + (option.rect.height() - kButton) / 2, kButton,
            kButton};
}

void OutlineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem row(option);
    initStyleOption(&row, index);
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);
    painter->save();
    const bool isStage = index.data(OutlineModel::IsStageRole).toBool();
    const bool wrong = !index.data(OutlineModel::ProblemRole).toString().isEmpty();
    const auto state = static_cast<theme::State>(index.data(OutlineModel::StateRole).toInt());
    QRect rest = row.rect.adjusted(2, 0, -12, 0);
    const QRectF icon(rest.left(), rest.top() + (rest.height() - kIcon) / 2.0, kIcon, kIcon);
    if (wrong && !isStage)
        theme::paintState(*painter, icon, theme::State::Failed, m_theme);
    else
        theme::paintState(*painter, icon, state, m_theme);
    rest.setLeft(rest.left() + kIcon + 7);
    if (isStage) {
        // A triangle that says "go"; stronger under the pointer.
        const QRect button = buttonRect(row);
        const bool hot = row.state & QStyle::State_MouseOver;
        painter->setRenderHint(QPainter::Antialiasing);
        const QPointF c = QRectF(button).center();
        painter->setPen(QPen(m_theme.color(hot ? theme::Role::Accent : theme::Role::Faint), 1.4, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(hot ? QBrush(m_theme.color(theme::Role::Accent)) : Qt::NoBrush);
        painter->drawPolygon(QPolygonF{{c.x() - 3, c.y() - 4.5}, {c.x() + 4.5, c.y()}, {c.x() - 3, c.y() + 4.5}});
        rest.setRight(button.left() - 4);
    }
    QFont font = row.font;
    font.setBold(isStage);
    QString detail = index.data(OutlineModel::DetailRole).toString();
    if (!detail.isEmpty()) {
        const QFontMetrics small(theme::Theme::smallFont());
        // A stage is told by its name: what stands beside it is cut first.
        if (isStage) {
            const int name = QFontMetrics(font).horizontalAdvance(index.data().toString());
            detail = small.elidedText(detail, Qt::ElideRight, std::max(rest.width() - name - 10, 0));
            if (detail.size() < 3)  // a letter tells nothing
                detail.clear();
        }
        painter->setFont(theme::Theme::smallFont());
        painter->setPen(m_theme.color(theme::Role::Secondary));
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, detail);
        rest.setRight(rest.right() - small.horizontalAdvance(detail) - 8);
    }
    painter->setFont(font);
    const bool step = isStage || !index.data(OutlineModel::StepRole).toString().isEmpty();
    painter->setPen(m_theme.color(wrong && !isStage ? theme::Role::Failed
                                  : step            ? theme::Role::Text
                                                    : theme::Role::Faint));
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
    painter->restore();
}

bool OutlineDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
    if (!index.data(OutlineModel::IsStageRole).toBool())
        return false;
    if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseButtonPress &&
        event->type() != QEvent::MouseButtonDblClick)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton || !buttonRect(option).contains(mouse->position().toPoint()))
        return false;
    if (event->type() == QEvent::MouseButtonRelease)
        Q_EMIT buildAsked(index.data(OutlineModel::StageRole).toInt());
    return true;
}

bool OutlineDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    if (index.data(OutlineModel::IsStageRole).toBool() && buttonRect(option).contains(event->pos())) {
        QToolTip::showText(event->globalPos(), tr("Build %1  Ctrl+B").arg(index.data().toString()));
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

}  // namespace slipway::outline
