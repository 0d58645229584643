// The command palette: everything that a menu does, and every stage, file and image, found by typing.
#pragma once

#include "window/panels.h"

namespace slipway::project {
class ProjectFiles;
}

namespace slipway::window {

class Actions;

/// What can be found, besides the actions.
struct PaletteContent {
    const project::ProjectFiles& files;  ///< all of them; outlive the palette
    std::vector<PaletteSource> sources;  ///< what the panels offer
};

void showCommandPalette(QWidget& window, const Actions& actions, const PaletteContent& content, const Values& values,
                        Desk& desk);

}  // namespace slipway::window
