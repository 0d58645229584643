// What the language's features may know beside the text; empty where nothing is known.
#pragma once

#include "plan/plan.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::language {

/// An entry of a folder of the build context.
struct ContextEntry {
    std::string name;
    bool directory = false;
    std::uint64_t size = 0;
};

/// Filled by whoever calls. What it points to outlives the call.
struct Surroundings {
    const plan::Bases* bases = nullptr;  ///< those that the plan was made with
    /// Entries of a folder of the build context ("" is its root), without what .dockerignore leaves out; may be empty.
    std::function<std::vector<ContextEntry>(std::string_view folder)> context;
    std::vector<std::string> images;  ///< names that can be used without asking a registry

    /// What a path of the context is; nullopt where it isn't there, or nothing is known.
    [[nodiscard]] std::optional<ContextEntry> find(std::string_view path) const;
};

}  // namespace slipway::language
