// Paints the rows of a comparison: a mark in the colour of what happened, names, sizes in columns.
#pragma once

#include "theme/theme.h"

#include <QStyledItemDelegate>

namespace slipway::compare {

/// Data role of the first column that holds the mark: "=", "+", "−" or "~". GUI thread; the theme outlives it.
constexpr int kMarkRole = Qt::UserRole + 20;
/// Data role of a text: where that begins which tells it from all others like it; absent: at its begin.
constexpr int kTellingRole = Qt::UserRole + 21;

/// A text that fits the width: without its end, or, where what stands at `telling` would be lost with it, without its
/// middle and its end.
[[nodiscard]] QString cutToTell(const QString& text, int telling, const QFontMetrics& metrics, int width);

class CompareDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Columns from `sizes` on hold numbers; `difference` is the last of them, or -1.
    CompareDelegate(const theme::Theme& theme, int sizes, int difference, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] QColor markColor(const QString& mark) const;

    const theme::Theme& m_theme;
    int m_sizes, m_difference;
};

}  // namespace slipway::compare
