// A tool button that gives way: where there is no room for its words they lose their middle.
#pragma once

#include <QToolButton>

namespace slipway::theme {

/// Of one line of plain text. Whoever makes one puts the whole of it into its tooltip.
class ElidedButton : public QToolButton {
    Q_OBJECT
public:
    explicit ElidedButton(QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace slipway::theme
