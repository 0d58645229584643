// Manifests and indexes, OCI's and Docker's schema 2.
#pragma once

#include "image/platform.h"
#include "layer/digest.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace slipway::image {

struct Descriptor {
    std::string mediaType;
    layer::Digest digest;
    std::uint64_t size = 0;                  ///< bytes
    std::optional<Platform> platform;        ///< in an index
};

struct Manifest {
    std::string mediaType;
    Descriptor config;
    std::vector<Descriptor> layers;          ///< lowest first
    [[nodiscard]] std::string toJson() const;
};
struct Index {
    std::vector<Descriptor> manifests;
    /// The manifest for a platform, or nullptr; attestations ("unknown/unknown") never match.
    [[nodiscard]] const Descriptor* find(const Platform& platform) const;
    [[nodiscard]] std::string toJson() const;
};

/// Either, told apart by mediaType or shape; bounded in size and depth; Invalid for schema 1.
[[nodiscard]] Result<std::variant<Manifest, Index>> parseManifest(std::string_view json, std::string_view contentType = {});

}  // namespace slipway::image
