// The panels of the window and their places.
#pragma once

#include "window/panels.h"

namespace slipway {

[[nodiscard]] window::PanelFactory targetsPanel();
[[nodiscard]] std::vector<window::PanelFactory> panels();

}  // namespace slipway
