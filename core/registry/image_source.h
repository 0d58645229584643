// Where images come from that are not in the store.
#pragma once

#include "image/platform.h"
#include "image/reference.h"
#include "layer/digest.h"
#include "store/store.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace slipway::registry {

struct Progress {
    std::uint64_t current = 0, total = 0;
};  ///< bytes; total 0 where not yet known
struct Pulled {
    layer::Digest image;     ///< its ID
    layer::Digest manifest;  ///< what the tag stood for: the digest of the index, where the registry has one
    bool isNew = true;       ///< false where the name stood for this image already
};

/// Brings images into a store. Each call waits and may be made from any thread, several at once.
class ImageSource {
public:
    virtual ~ImageSource() = default;
    /// Pulls an image for a platform, verifies every digest, records and tags it. Never keeps half an image. Progress
    /// is of what the store lacks; none where it lacks nothing.
    virtual Result<Pulled> pull(const image::Reference& reference, const image::Platform& platform,
                                const std::function<void(Progress)>& progress, std::stop_token stop) = 0;
    /// What tags the reference's repository has, as its registry lists them; at most some 20,000.
    virtual Result<std::vector<std::string>> tags(const image::Reference& reference, std::stop_token stop) = 0;
};

struct SourceOptions {
    std::multimap<std::string, std::string> mirrors;  ///< registry → URL, in order
    std::vector<std::string> insecure;                ///< registries allowed over plain HTTP besides loopback
    std::chrono::milliseconds timeout = std::chrono::seconds(30);  ///< without a byte
};

/// The source over HTTP(S). Its code (Qt Network) is a module that is loaded when this is first called, so that a
/// cached build doesn't pay for it. NotFound where the module is missing. The store may be null where nothing is
/// pulled.
[[nodiscard]] Result<std::unique_ptr<ImageSource>> openImageSource(std::shared_ptr<store::Store> store,
                                                                   const SourceOptions& options);

}  // namespace slipway::registry
