// Pulls one image from one endpoint into the store.
#pragma once

#include "image/config.h"
#include "image/manifest.h"
#include "session.h"

namespace slipway::registry {

/// Used by one caller; its layers are brought by threads of its own. Nothing is recorded as an image before all is
/// there.
class Pull {
public:
    Pull(store::Store& store, Session& session, const image::Reference& reference, const image::Platform& platform,
         const std::function<void(Progress)>& progress, std::stop_token stop);
    Result<Pulled> run();

private:
    Result<image::Manifest> chooseManifest();
    Result<std::string> fetchManifest(const std::string& reference, const std::optional<layer::Digest>& expected,
                                      std::string& contentType);
    Result<> fetchConfig(const image::Manifest& manifest);
    Result<> fetchLayers(const image::Manifest& manifest);
    Result<> fetchLayer(const image::Descriptor& descriptor, const layer::Digest& diffId, const std::stop_token& stop);
    Result<> download(const image::Descriptor& descriptor, const std::stop_token& stop);
    void advance(std::uint64_t bytes);

    store::Store& m_store;
    Session& m_session;
    const image::Reference& m_reference;
    const image::Platform& m_platform;
    const std::function<void(Progress)>& m_progress;
    std::stop_token m_stop;

    layer::Digest m_stoodFor;    ///< what the tag led to
    std::string m_manifestJson;  ///< of the platform
    std::string m_configJson;
    image::Config m_config;
    std::mutex m_progressMutex;
    Progress m_done;
};

}  // namespace slipway::registry
