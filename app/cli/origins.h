// Which step of which line made each layer of an image, as the build that made it last has written down.
#pragma once

#include "store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace slipway::cli {

struct Origin {
    std::string step;  ///< as progress names it: "COPY app.py ."
    std::uint32_t line = 1;
};
/// By layer, lowest first; nothing for what came with a base, and where no build of ours is known.
[[nodiscard]] std::vector<std::optional<Origin>> originsOf(const store::Store& store, const store::Image& image);

}  // namespace slipway::cli
