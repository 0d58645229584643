// layer/tar.h for programs: its functions out of the module that libarchive comes with.
#include "layer/tar/module.h"
#include "module/module.h"

namespace slipway::layer {

namespace {

const Result<TarFunctions>& functions() {
    static const Result<TarFunctions> loaded =
        module::functionOf<TarModuleEntry>(kTarModuleFile, kTarModuleEntry).transform([](TarModuleEntry* entry) {
            return entry();
        });
    return loaded;
}

}  // namespace

Result<PackedLayer> writeLayer(std::vector<Entry> entries,
                               const std::function<Result<ByteSource>(const Entry&)>& content, const ByteSink& sink,
                               std::stop_token stop) {
    return functions().and_then(
        [&](const TarFunctions& tar) { return tar.write(std::move(entries), content, sink, std::move(stop)); });
}

Result<PackedLayer> readLayer(const ByteSource& tar, const TarLimits& limits, std::stop_token stop) {
    return functions().and_then(
        [&](const TarFunctions& functions) { return functions.read(tar, limits, std::move(stop)); });
}

Result<> decompress(const ByteSource& in, const ByteSink& out, std::stop_token stop) {
    return functions().and_then([&](const TarFunctions& tar) { return tar.unpack(in, out, std::move(stop)); });
}

Result<> compress(const ByteSource& in, const ByteSink& out, Compression kind, std::stop_token stop) {
    return functions().and_then([&](const TarFunctions& tar) { return tar.pack(in, out, kind, std::move(stop)); });
}

}  // namespace slipway::layer
