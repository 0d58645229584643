// Paints a row of the outline: state, words, size, and the button that builds a stage.
#pragma once

#include <QStyledItemDelegate>

namespace slipway::theme {
class Theme;
}

namespace slipway::outline {

class OutlineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    OutlineDelegate(const theme::Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

Q_SIGNALS:
    void buildAsked(int stage);

private:
    [[nodiscard]] static QRect buttonRect(const QStyleOptionViewItem& option);

    const theme::Theme& m_theme;
};

}  // namespace slipway::outline
