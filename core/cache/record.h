// What is remembered of a step that ran: the named inputs of its key and what it made.
#pragma once

#include "cache/key.h"
#include "store/store.h"

namespace slipway::cache {

struct CacheRecord {
    Key key;
    Digest chainKey;
    std::string step;                  ///< FOLDER, stage and step id
    Digest layer;                      ///< diff ID; null where it made none
    std::uint64_t size = 0;            ///< unpacked bytes of the layer
    std::int64_t durationMs = 0;
    std::uint64_t peakMemory = 0;      ///< bytes, 0 where not measured
    std::int64_t createdAt = 0;        ///< seconds since 1970: the time in the image's history
    std::int64_t build = 0;
    std::string bootId;                ///< see DESIGN.md, "The store"
};

Result<> put(store::Store& store, const CacheRecord& record);
[[nodiscard]] Result<std::optional<CacheRecord>> find(const store::Store& store, const Digest& key);
[[nodiscard]] Result<std::optional<CacheRecord>> findByChainKey(const store::Store& store, const Digest& chainKey);
[[nodiscard]] Result<std::optional<CacheRecord>> lastOf(const store::Store& store, std::string_view step);

}  // namespace slipway::cache
