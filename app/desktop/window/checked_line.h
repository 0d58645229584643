// A line to type in, with the reason below it while what is typed can't be taken.
#pragma once

#include "window/checked_field.h"

class QLineEdit;

namespace slipway::window {

/// GUI thread.
class CheckedLine : public CheckedField {
    Q_OBJECT
public:
    explicit CheckedLine(const theme::Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] QLineEdit& line() const { return *m_line; }

private:
    CheckedLine(QLineEdit* line, const theme::Theme& theme, QWidget* parent);

    QLineEdit* m_line;
};

}  // namespace slipway::window
