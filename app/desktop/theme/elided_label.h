// A label that gives way: where there is no room for its words they lose their end.
#pragma once

#include <QLabel>

namespace slipway::theme {

/// Of one line of plain text. Whoever makes one puts the whole of it into its tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace slipway::theme
