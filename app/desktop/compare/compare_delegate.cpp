#include "compare/compare_delegate.h"

#include "theme/measure.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway::compare {

QString cutToTell(const QString& text, int telling, const QFontMetrics& metrics, int width) {
    constexpr int kLetters = 12;  // that it takes to see a difference
    if (metrics.horizontalAdvance(text.left(telling + kLetters) + u'\u2026') <= width)
        return metrics.elidedText(text, Qt::ElideRight, width);
    const QString head = metrics.elidedText(text.left(telling), Qt::ElideRight, width / 2);
    const QString between = head.endsWith(u'\u2026') ? u" "_s : QString();
    return head + between +
           metrics.elidedText(text.sliced(telling), Qt::ElideRight, width - metrics.horizontalAdvance(head + between));
}

CompareDelegate::CompareDelegate(const theme::Theme& theme, int sizes, int difference, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_sizes(sizes), m_difference(difference) {}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(theme::rowHeight(option.fontMetrics));
    return size;
}

QColor CompareDelegate::markColor(const QString& mark) const {
    using enum theme::Role;
    return m_theme.color(mark == u"+" ? RebuildText : mark == u"~" ? Cached : mark == u"=" ? Faint : Accent);
}

void CompareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    using enum theme::Role;
    if (option.state & QStyle::State_Selected)
        theme::paintSelection(*painter, option.rect, m_theme);
    painter->save();
    painter->setFont(theme::Theme::tabular(option.font));
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString mark = index.siblingAtColumn(0).data(kMarkRole).toString();
    if (index.column() >= m_sizes) {
        const bool difference = index.column() == m_difference;
        painter->setPen(difference && !text.startsWith(u'0') ? markColor(mark) : m_theme.color(Secondary));
        painter->drawText(option.rect.adjusted(4, 0, -theme::kNumberEdge, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    } else {
        QRect words = option.rect.adjusted(4, 0, -4, 0);
        const bool alone = index.column() == 0 && text == mark;  // a column of marks
        if (index.column() == 0) {
            const int width = painter->fontMetrics().horizontalAdvance(u'~') + 4;
            painter->setPen(markColor(mark));
            painter->drawText(alone ? option.rect : QRect(words.left(), words.top(), width, words.height()),
                              Qt::AlignCenter, mark);
            words.setLeft(words.left() + width + 8);
        }
        if (!alone) {
            painter->setPen(m_theme.color(mark == u"=" ? Secondary : Text));
            const QVariant telling = index.data(kTellingRole);
            const QString shown = telling.isValid()
                                      ? cutToTell(text, telling.toInt(), painter->fontMetrics(), words.width())
                                      : painter->fontMetrics().elidedText(text, option.textElideMode, words.width());
            painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shown);
        }
    }
    painter->restore();
}

}  // namespace slipway::compare
