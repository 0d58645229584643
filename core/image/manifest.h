// Manifests and indexes, OCI's and Docker's schema 2.
#pragma once

#include "image/platform.h"
#include "layer/digest.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace slipway::image {

inline constexpr std::string_view kOciManifest = "application/vnd.oci.image.manifest.v1+json";
inline constexpr std::string_view kOciIndex = "application/vnd.oci.image.index.v1+json";
inline constexpr std::string_view kOciConfig = "application/vnd.oci.image.config.v1+json";
inline constexpr std::string_view kOciLayer = "application/vnd.oci.image.layer.v1.tar";
inline constexpr std::string_view kOciLayerGzip = "application/vnd.oci.image.layer.v1.tar+gzip";
inline constexpr std::string_view kDockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
inline constexpr std::string_view kDockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";
inline constexpr std::string_view kDockerConfig = "application/vnd.docker.container.image.v1+json";
/// Longest manifest or index that is read, in bytes.
inline constexpr std::size_t kManifestLimit = 4U << 20;
/// Longest configuration that is read, in bytes.
inline constexpr std::size_t kConfigLimit = 8U << 20;

struct Descriptor {
    std::string mediaType;
    layer::Digest digest;
    std::uint64_t size = 0;            ///< bytes
    std::optional<Platform> platform;  ///< in an index
    std::map<std::string, std::string> annotations = {};
};

struct Manifest {
    std::string mediaType;
    Descriptor config;
    std::vector<Descriptor> layers;  ///< lowest first
    [[nodiscard]] std::string toJson() const;
};
struct Index {
    std::vector<Descriptor> manifests;
    /// The manifest for a platform, or nullptr; attestations ("unknown/unknown") never match.
    [[nodiscard]] const Descriptor* find(const Platform& platform) const;
    [[nodiscard]] std::string toJson() const;
};

/// Either, told apart by mediaType or shape; bounded in size and depth; Invalid for schema 1.
[[nodiscard]] Result<std::variant<Manifest, Index>> parseManifest(std::string_view json,
                                                                  std::string_view contentType = {});

}  // namespace slipway::image
