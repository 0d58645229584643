// A small panel behind a button: it opens below it, takes effect at once, and Escape closes it.
#pragma once

#include "theme/card.h"

class QFormLayout;
class QScrollArea;

namespace slipway::window {

class PopupPanel : public theme::Card {
    Q_OBJECT
public:
    PopupPanel(const QString& title, const theme::Theme& theme, QWidget* parent);
    /// Right-aligned below the button; it deletes itself when it closes.
    void showBelow(const QWidget& button);

protected:
    /// It stays as high as what it holds, as far as the screen reaches; beyond that the rows scroll.
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] QFormLayout& form() const { return *m_form; }

private:
    void fit();

    QScrollArea* m_scroll;
    QFormLayout* m_form;
};

}  // namespace slipway::window
