// The lightbulb at the cursor's line.
#pragma once

#include <QAbstractButton>

namespace slipway::theme {
class Theme;
}

namespace slipway::assist {

/// Takes no focus: its key is the action's.
class RemedyBulb : public QAbstractButton {
    Q_OBJECT
public:
    RemedyBulb(const theme::Theme& theme, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const theme::Theme& m_theme;
};

}  // namespace slipway::assist
