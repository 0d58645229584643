// The box in the tool bar that opens the command palette.
#pragma once

#include <QPushButton>

namespace slipway::theme {
class Theme;
}

namespace slipway::window {

class CommandBox : public QPushButton {
    Q_OBJECT
public:
    explicit CommandBox(const theme::Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    const theme::Theme& m_theme;
};

}  // namespace slipway::window
