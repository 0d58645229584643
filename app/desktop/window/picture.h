// Draws the window into a file, without a display.
#pragma once

#include <functional>

class QWidget;

namespace slipway::window {

struct CommandLine;

/// Waits until `ready` says so (30 s at most), writes the picture and ends the program: 0, or 1 where it can't be
/// written.
void takePicture(QWidget& window, const CommandLine& line, const std::function<bool()>& ready);

}  // namespace slipway::window
