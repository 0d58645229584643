// What the language's features may know beside the text; empty where nothing is known.
#pragma once

#include "layer/rootfs_view.h"
#include "plan/plan.h"

#include <functional>
#include <optional>
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

/// What an image, or a stage at a place, holds; empty where nothing is known.
struct KnownFiles {
    layer::RootfsView view;
    std::function<Result<std::string>(const layer::RootfsView::Found&)> read;  ///< content of a small file
};

/// What an image weighs, in bytes.
struct KnownSize {
    std::uint64_t unpacked = 0;
    std::optional<std::uint64_t> compressed;
};

/// What a registry said of a repository's tags, if it was asked.
struct RegistryTags {
    std::vector<std::string> names;
    std::string error;  ///< why there are none: a clause
    bool isBeingAsked = false;
};

/// Filled by whoever calls. What it points to outlives the call.
struct Surroundings {
    const plan::Bases* bases = nullptr;  ///< those that the plan was made with
    /// Entries of a folder of the build context ("" is its root), without what .dockerignore leaves out; may be empty.
    std::function<std::vector<ContextEntry>(std::string_view folder)> context;
    std::vector<std::string> images;  ///< names that can be used without asking a registry

    /// Of an image by its name in the plan; may be empty.
    std::function<KnownFiles(const plan::FromImage& image)> imageFiles;
    /// Of a stage above an offset of the text: its base image's, and what its steps last made; may be empty.
    std::function<KnownFiles(int stage, std::size_t offset)> stageFiles;
    /// Of an image by its name in the plan, and of a stage as it was last built; may be empty.
    std::function<std::optional<KnownSize>(const plan::FromImage& image)> imageSize = {};
    std::function<std::optional<KnownSize>(int stage)> stageSize = {};
    /// Of a repository as "docker.io/library/ubuntu"; empty where no registry can be asked.
    std::function<RegistryTags(const std::string& repository)> registryTags;

    /// What a path of the context is; nullopt where it isn't there, or nothing is known.
    [[nodiscard]] std::optional<ContextEntry> find(std::string_view path) const;
};

}  // namespace slipway::language
