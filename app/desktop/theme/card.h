// A small raised card beside what it is about: facts under the pointer, a form to fill in, a list to choose from.
#pragma once

#include <QFrame>

namespace slipway::theme {

class Theme;

/// As a tooltip (the usual kind) it takes no focus and stands on top.
class Card : public QFrame {
    Q_OBJECT
public:
    Card(const Theme& theme, QWidget* parent, Qt::WindowFlags kind = Qt::ToolTip);

    enum class Side : quint8 { Below, Above };
    /// Shows it beside a rectangle in global coordinates, on the other side where there is no room. Its size is its
    /// layout's.
    void showAt(const QRect& about, Side side = Side::Below);

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace slipway::theme
