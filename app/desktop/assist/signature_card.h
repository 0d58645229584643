// The form of the instruction that is being written, with the part that the cursor is at.
#pragma once

#include "language/signature.h"
#include "theme/card.h"

class QLabel;

namespace slipway::assist {

/// GUI thread. Takes no focus.
class SignatureCard : public theme::Card {
    Q_OBJECT
public:
    SignatureCard(const theme::Theme& theme, QWidget* parent);
    /// Beside `about`, in global coordinates.
    void showForm(const language::SignatureHelp& help, const QRect& about, Side side);
    [[nodiscard]] QString text() const;

private:
    QLabel* m_form;
    QLabel* m_words;
};

}  // namespace slipway::assist
