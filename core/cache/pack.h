// Packs what copyStep() or workdirStep() worked out into a layer.
#pragma once

#include "cache/key.h"
#include "layer/tar.h"
#include "store/store.h"

#include <filesystem>

namespace slipway::cache {

/// Writes the step's tar into `sink`, with the bytes of its files from where each is. Corrupt, naming the file, where
/// a file's content isn't what the key says any more: then work the step out again. `scratch` is a folder for an
/// unpacked archive while it is read.
[[nodiscard]] Result<layer::PackedLayer> pack(const TableStep& step, context::ContextTree* context, store::Store& store,
                                              const std::filesystem::path& scratch, const layer::ByteSink& sink,
                                              std::stop_token stop = {});
/// A root over layers that the store has, with /etc/passwd readable.
[[nodiscard]] Result<Root> rootOf(store::Store& store, std::vector<Digest> diffIds);

}  // namespace slipway::cache
