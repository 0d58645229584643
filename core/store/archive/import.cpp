#include "image/reference.h"
#include "store/archive.h"
#include "store/ingest.h"

#include <algorithm>
#include <format>

namespace slipway::store {

namespace {

std::string newestTime(const layer::Toc& toc) {
    constexpr std::int64_t kEnd = 253'402'300'799;  // of the year 9999
    std::int64_t newest = 0;
    for (std::size_t i = 0; i < toc.size(); ++i) {
        newest = std::max(newest, toc.entry(i).mtime);
    }
    return std::format("{:%FT%TZ}", std::chrono::sys_seconds(std::chrono::seconds(std::min(newest, kEnd))));
}

}  // namespace

Result<Digest> importRootfs(Store& store, const std::filesystem::path& tar, const std::string& name,
                            const image::Platform& platform, std::stop_token stop) {
    const auto reference = image::Reference::parseNew(name);
    if (!reference) {
        return fail(reference.error());
    }
    const auto layer = ingestLayer(store, tar, {}, stop);
    if (!layer) {
        Error error = layer.error();
        if (error.path.empty()) {
            error.path = tar;
        }
        return fail(std::move(error));
    }
    const auto toc = store.toc(layer->diffId);
    if (!toc) {
        return fail(toc.error());
    }
    image::Config config;
    config.platform = platform;
    config.created = newestTime(**toc);
    config.diffIds = {layer->diffId};
    config.history = {{config.created, "", "Imported from " + tar.filename().string(), false, ""}};
    const auto id = store.putImage(config);
    if (!id) {
        return fail(id.error());
    }
    if (auto result = store.setTag(reference->toString(), *id); !result) {
        return fail(result.error());
    }
    return *id;
}

}  // namespace slipway::store
