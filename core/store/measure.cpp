#include "image/manifest.h"
#include "layer/tar.h"
#include "store/state.h"
#include "text/say.h"

#include <unistd.h>

#include <thread>

namespace slipway::store {

namespace {

struct Compressed {
    Digest digest;
    std::uint64_t size = 0;
};

// Runs on a thread of its own, behind what people wait for. An idle thread (SCHED_IDLE) would starve beside compilers
// for minutes, and take as long to notice that it shall stop.
Result<Compressed> compress(const fs::path& tar, const std::stop_token& stop) {
    constexpr int kPolite = 10;
    static_cast<void>(nice(kPolite));  // of this thread alone
    const auto source = layer::fileSource(tar);
    if (!source) {
        return fail(source.error());
    }
    layer::Hasher hasher;
    Compressed out;
    const auto sink = [&](std::string_view bytes) -> Result<> {
        hasher.update(bytes);
        out.size += bytes.size();
        return {};
    };
    if (auto result = layer::compress(*source, sink, layer::Compression::Gzip, stop); !result) {
        return fail(result.error());
    }
    out.digest = hasher.finish();
    return out;
}

}  // namespace

Result<std::uint64_t> Store::measureCompressed(const Digest& diffId, std::stop_token stop) {
    const auto known = layer(diffId);
    if (!known || !*known) {
        return known ? fail(ErrorCode::NotFound, text::say("the store has no layer {}", diffId.toString()))
                     : fail(known.error());
    }
    if ((*known)->compressedSize) {
        return *(*known)->compressedSize;
    }
    const auto tar = layerTar(diffId);
    if (!tar) {
        return fail(tar.error());
    }
    Result<Compressed> measured;
    std::jthread([&] { measured = compress(*tar, stop); }).join();
    if (!measured) {
        return fail(measured.error());
    }
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    auto result = (*index)->run(
        "UPDATE layers SET compressed = ?, compressed_size = ?, media_type = ? WHERE diff_id = ? AND compressed_size "
        "IS NULL",
        measured->digest, measured->size, image::kOciLayerGzip, diffId);
    return result ? Result<std::uint64_t>(measured->size) : fail(result.error());
}

}  // namespace slipway::store
