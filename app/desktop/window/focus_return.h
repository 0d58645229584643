// Who had the focus before something popped up has it again after.
#pragma once

class QWidget;

namespace slipway::window {

/// Call before the popup is shown: when it hides with the focus, or nobody has it then, it goes to the widget that has
/// it now. Whoever takes it after that, because something was chosen in the popup, keeps it.
void returnFocusAfter(QWidget& popup);

}  // namespace slipway::window
