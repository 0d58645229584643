// Paints a file's row: its name, and "ignored" or "changed" at the right.
#pragma once

#include <QStyledItemDelegate>

namespace slipway::theme {
class Theme;
}

namespace slipway::files {

class FileDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    FileDelegate(const theme::Theme& theme, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Only once: what the file system tells about the file later doesn't overwrite what someone types.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const theme::Theme& m_theme;
};

}  // namespace slipway::files
