// COPY, ADD and WORKDIR: packs the entries that the key was worked out from into a layer of the store.
#pragma once

#include "engine/step.h"

namespace slipway::engine {

/// Corrupt, naming the file, where a file isn't any more what the key says. Sends progress in bytes.
[[nodiscard]] Task<Attempt<Made>> makeTableLayer(Site& site, const plan::Step& step,
                                                 std::shared_ptr<const cache::TableStep> table);
/// For a pool's thread: packs into the store and records the layer. `written` is told the sum of bytes so far.
[[nodiscard]] Result<store::Layer> packLayer(store::Store& store, context::ContextTree* context,
                                             const cache::TableStep& table, std::stop_token stop,
                                             const std::function<void(std::uint64_t)>& written = {});

}  // namespace slipway::engine
