#include "pull.h"

#include "store/ingest.h"
#include "text/say.h"

#include <thread>

namespace slipway::registry {

namespace {

constexpr std::size_t kParallel = 4;
constexpr std::size_t kLayerLimit = 125;  // what an overlay mount takes, as Docker's limit

std::string_view view(const QByteArray& bytes) { return {bytes.data(), static_cast<std::size_t>(bytes.size())}; }

std::string platformsOf(const image::Index& index) {
    std::string out;
    for (const image::Descriptor& each : index.manifests) {
        if (each.platform && each.platform->os != "unknown") {
            out += (out.empty() ? "" : ", ") + each.platform->toString();
        }
    }
    return out.empty() ? text::say("none that are named") : out;
}

bool isForeign(const image::Descriptor& layer) {
    return layer.mediaType.find("foreign") != std::string::npos ||
           layer.mediaType.find("nondistributable") != std::string::npos;
}

}  // namespace

Pull::Pull(store::Store& store, Session& session, const image::Reference& reference, const image::Platform& platform,
           const std::function<void(Progress)>& progress, std::stop_token stop)
    : m_store(store),
      m_session(session),
      m_reference(reference),
      m_platform(platform),
      m_progress(progress),
      m_stop(std::move(stop)) {}

void Pull::advance(std::uint64_t bytes) {
    const std::lock_guard lock(m_progressMutex);
    m_done.current += bytes;
    if (m_progress) {
        m_progress(m_done);
    }
}

Result<std::string> Pull::fetchManifest(const std::string& reference, const std::optional<layer::Digest>& expected,
                                        std::string& contentType) {
    const auto answer = m_session.manifest(QString::fromStdString(reference), m_stop);
    if (!answer) {
        return fail(answer.error());
    }
    const std::string_view body = view(answer->body);
    if (expected && layer::Digest::of(body) != *expected) {
        return fail(ErrorCode::Corrupt, text::say("the manifest that came has the digest {} and not {}",
                                                  layer::Digest::of(body).toString(), expected->toString()));
    }
    contentType = view(answer->contentType);
    return std::string(body);
}

Result<image::Manifest> Pull::chooseManifest() {
    std::string contentType;
    auto body = fetchManifest(m_reference.digest ? m_reference.digest->toString() : m_reference.tag, m_reference.digest,
                              contentType);
    if (!body) {
        return fail(body.error());
    }
    m_stoodFor = layer::Digest::of(*body);
    auto parsed = image::parseManifest(*body, contentType);
    for (int depth = 0; parsed && std::holds_alternative<image::Index>(*parsed); ++depth) {
        const auto& index = std::get<image::Index>(*parsed);
        const image::Descriptor* found = index.find(m_platform);
        if (!found || depth == 2) {
            return fail(ErrorCode::NotFound,
                        text::say("there is none for {}; there are: {}", m_platform.toString(), platformsOf(index)));
        }
        const layer::Digest digest = found->digest;
        body = fetchManifest(digest.toString(), digest, contentType);
        if (!body) {
            return fail(body.error());
        }
        parsed = image::parseManifest(*body, contentType);
    }
    if (!parsed) {
        return fail(parsed.error());
    }
    m_manifestJson = std::move(*body);
    return std::get<image::Manifest>(std::move(*parsed));
}

Result<> Pull::fetchConfig(const image::Manifest& manifest) {
    if (manifest.config.size > image::kConfigLimit) {
        return fail(ErrorCode::Invalid, text::say("its configuration is {} bytes long", manifest.config.size));
    }
    m_configJson.clear();
    const auto take = [&](QByteArrayView bytes) -> Result<> {
        m_configJson.append(bytes.data(), static_cast<std::size_t>(bytes.size()));
        return {};
    };
    if (const auto known = m_store.image(manifest.config.digest); known && *known) {
        m_configJson = (*known)->configJson;
    } else if (auto result = m_session.blob(QString::fromStdString(manifest.config.digest.toString()),
                                            manifest.config.size, take, m_stop);
               !result) {
        return result;
    }
    if (layer::Digest::of(m_configJson) != manifest.config.digest) {
        return fail(ErrorCode::Corrupt, text::say("its configuration has another digest than its manifest says"));
    }
    auto config = image::Config::parse(m_configJson);
    if (!config) {
        return fail(config.error());
    }
    m_config = std::move(*config);
    if (m_config.diffIds.size() != manifest.layers.size()) {
        return fail(
            ErrorCode::Invalid,
            text::say("it has {} layers and its configuration names {}; it may be no image but another artifact",
                      manifest.layers.size(), m_config.diffIds.size()));
    }
    if (manifest.layers.size() > kLayerLimit) {
        return fail(ErrorCode::Unsupported, text::say("it has {} layers; at most {} can be mounted, with Docker, too",
                                                      manifest.layers.size(), kLayerLimit));
    }
    const image::Platform& has = m_config.platform;
    if (has.os != m_platform.os || (!has.architecture.empty() && has.architecture != m_platform.architecture)) {
        return fail(ErrorCode::NotFound,
                    text::say("there is none for {}, only for {}", m_platform.toString(), has.toString()));
    }
    return {};
}

Result<> Pull::download(const image::Descriptor& descriptor, const std::stop_token& stop) {
    auto writer = m_store.newBlob();
    if (!writer) {
        return fail(writer.error());
    }
    const auto take = [&](QByteArrayView bytes) -> Result<> {
        auto written = writer->write({bytes.data(), static_cast<std::size_t>(bytes.size())});
        advance(static_cast<std::uint64_t>(bytes.size()));
        return written;
    };
    if (auto result = m_session.blob(QString::fromStdString(descriptor.digest.toString()), descriptor.size, take, stop);
        !result) {
        return result;
    }
    const auto kept = writer->commit(descriptor.digest);
    if (!kept && kept.error().code == ErrorCode::Corrupt) {
        return fail(ErrorCode::Corrupt,
                    text::say("a layer that came is not the one that the manifest names: {}", kept.error().message));
    }
    return kept ? Result<>() : fail(kept.error());
}

Result<> Pull::fetchLayer(const image::Descriptor& descriptor, const layer::Digest& diffId,
                          const std::stop_token& stop) {
    if (isForeign(descriptor)) {
        return fail(ErrorCode::Unsupported,
                    text::say("one of its layers is kept outside the registry ({})", descriptor.mediaType));
    }
    const bool here = m_store.hasBlob(descriptor.digest);
    if (here) {
        advance(descriptor.size);
    } else if (auto result = download(descriptor, stop); !result) {
        return result;
    }
    store::IngestOptions options;
    options.diffId = diffId;
    if (descriptor.digest != diffId) {
        options.compressed = descriptor.digest;
        options.mediaType = descriptor.mediaType;
    }
    const auto file = m_store.blobPath(descriptor.digest);
    if (const auto taken = store::ingestLayer(m_store, file, options, stop); !taken) {
        if (!here) {
            std::error_code ignored;
            std::filesystem::remove(file, ignored);
        }
        return fail(taken.error());
    }
    return {};
}

Result<> Pull::fetchLayers(const image::Manifest& manifest) {
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < manifest.layers.size(); ++i) {
        const auto known = m_store.layer(m_config.diffIds[i]);
        if (!known) {
            return fail(known.error());
        }
        if (!*known) {
            missing.push_back(i);
            m_done.total += manifest.layers[i].size;
        }
    }
    std::stop_source failed;
    const std::stop_callback forward(m_stop, [&] { failed.request_stop(); });
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::optional<Error> first;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < std::min(kParallel, missing.size()); ++i) {
            threads.emplace_back([&] {
                for (std::size_t at = next++; at < missing.size(); at = next++) {
                    const std::size_t layer = missing[at];
                    auto result = failed.stop_requested()
                                      ? Result<>(fail(ErrorCode::Canceled, text::say("pulling was canceled")))
                                      : fetchLayer(manifest.layers[layer], m_config.diffIds[layer], failed.get_token());
                    if (!result) {
                        const std::lock_guard lock(mutex);
                        if (!first) {
                            first = result.error();
                        }
                        failed.request_stop();
                    }
                }
            });
        }
    }
    return first ? fail(*first) : Result<>();
}

Result<Pulled> Pull::run() {
    const auto manifest = chooseManifest();
    if (!manifest) {
        return fail(manifest.error());
    }
    Result<> result = fetchConfig(*manifest);
    if (result) {
        result = fetchLayers(*manifest);
    }
    if (result && m_stop.stop_requested()) {
        result = fail(ErrorCode::Canceled, text::say("pulling was canceled"));
    }
    if (!result) {
        return fail(result.error());
    }
    const auto kept = m_store.putBlob(m_manifestJson);
    const auto id = kept ? m_store.putImage(m_config, *kept, m_configJson) : fail(kept.error());
    if (!id) {
        return fail(id.error());
    }
    const auto before = m_store.tagsOf(m_reference);
    if (auto tagged = m_store.tagPulled(m_reference.toString(), m_platform, *id, m_stoodFor); !tagged) {
        return fail(tagged.error());
    }
    const bool isNew = !before || !std::ranges::contains(*before, *id, &store::Tag::image);
    return Pulled{*id, m_stoodFor, isNew};
}

}  // namespace slipway::registry
