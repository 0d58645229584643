// What can be written in a .dockerignore.
#pragma once

#include "language/completion.h"

#include <string_view>

namespace slipway::language {

/// Names below the folder that the pattern at the offset has reached, those that are left out too, and at a pattern's
/// beginning the forms that people use; `folder` lists the whole build context. Any thread.
[[nodiscard]] std::vector<Completion> completeIgnore(
    std::string_view text, const std::function<std::vector<ContextEntry>(std::string_view)>& folder,
    std::size_t offset);

}  // namespace slipway::language
