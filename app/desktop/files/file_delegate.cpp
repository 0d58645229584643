#include "files/file_delegate.h"

#include "files/file_model.h"
#include "theme/measure.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace slipway::files {

FileDelegate::FileDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {100, theme::rowHeight(option.fontMetrics)};
}

void FileDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    constexpr const char* kFilled = "slipwayFilled";
    if (editor->property(kFilled).toBool())
        return;
    editor->setProperty(kFilled, true);
    QStyledItemDelegate::setEditorData(editor, index);
}

void FileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem row(option);
    initStyleOption(&row, index);
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);
    painter->save();
    const bool ignored = !index.data(FileModel::IgnoredRole).toString().isEmpty();
    const bool changed = index.data(FileModel::ChangedRole).toBool();
    QRect rest = row.rect.adjusted(2, 0, -12, 0);
    const QString word = ignored ? tr("ignored") : changed ? tr("changed") : QString();
    if (!word.isEmpty()) {
        const QFont small = theme::Theme::smallFont();
        painter->setFont(small);
        painter->setPen(m_theme.color(ignored ? theme::Role::Faint : theme::Role::RebuildText));
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, word);
        rest.setRight(rest.right() - QFontMetrics(small).horizontalAdvance(word) - 8);
    }
    painter->setFont(row.font);
    painter->setPen(m_theme.color(ignored ? theme::Role::Faint : theme::Role::Text));
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(row.font).elidedText(index.data().toString(), Qt::ElideMiddle, rest.width()));
    painter->restore();
}

}  // namespace slipway::files
