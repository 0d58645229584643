// The tabs above the documents: flat, with a dot where something isn't saved.
#pragma once

#include <QTabBar>

namespace slipway::theme {
class Theme;
}

namespace slipway::editor {

class TabStrip : public QTabBar {
    Q_OBJECT
public:
    explicit TabStrip(const theme::Theme& theme, QWidget* parent = nullptr);
    void setModified(int index, bool modified);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabInserted(int index) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;

private:
    const theme::Theme& m_theme;
};

}  // namespace slipway::editor
