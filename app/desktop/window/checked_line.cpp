#include "window/checked_line.h"

#include <QLineEdit>

namespace slipway::window {

CheckedLine::CheckedLine(const theme::Theme& theme, QWidget* parent)
    : CheckedLine(new QLineEdit(parent), theme, parent) {}

CheckedLine::CheckedLine(QLineEdit* line, const theme::Theme& theme, QWidget* parent)
    : CheckedField(line, theme, parent), m_line(line) {}

}  // namespace slipway::window
