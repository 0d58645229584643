// What is remembered of a step that ran: the named inputs of its key and what it made.
#pragma once

#include "cache/key.h"
#include "store/store.h"

namespace slipway::cache {

struct CacheRecord {
    Key key;
    Digest chainKey;
    std::string step;  ///< FOLDER, stage and step id (stepIdentity)
    std::string
        position;      ///< FOLDER and the step's position (stepPosition): finds the record after an edit of the step
    std::string text;  ///< the step's name, for "was … , is …"
    Digest layer;      ///< diff ID; null where it made none
    std::uint64_t size = 0;  ///< unpacked bytes of the layer
    std::int64_t durationMs = 0;
    std::uint64_t peakMemory = 0;  ///< bytes, 0 where not measured
    std::int64_t createdAt = 0;    ///< seconds since 1970: the time in the image's history
    std::int64_t build = 0;
    std::string bootId;  ///< see DESIGN.md, "The store"
    Digest items;        ///< blob of key.items where they are many; find() leaves them there, lastOf() reads them
    bool newest = false;  ///< as found: of its step there is no newer one
};

/// Also remembers it as the newest at its position. Long lists of inputs become a blob.
Result<> put(store::Store& store, const CacheRecord& record);
[[nodiscard]] Result<std::optional<CacheRecord>> find(const store::Store& store, const Digest& key);
[[nodiscard]] Result<std::optional<CacheRecord>> findByChainKey(const store::Store& store, const Digest& chainKey);
[[nodiscard]] Result<std::optional<CacheRecord>> lastOf(const store::Store& store, std::string_view step);
/// The same, but key.items stay in their blob where they are many.
[[nodiscard]] Result<std::optional<CacheRecord>> lastWithoutItems(const store::Store& store, std::string_view step);
/// The newest record of whatever stood at a position, also where its layer is gone.
[[nodiscard]] Result<std::optional<CacheRecord>> lastAt(const store::Store& store, std::string_view position);

/// Was there ever a record of a step that is the same by itself (Key::own), whatever it stood on?
[[nodiscard]] bool isOwnKnown(const store::Store& store, const Digest& own);

struct DecisionOptions {
    bool noCache = false;
    bool cutoff = true;  ///< --cache-cutoff
};
/// Does a step run? Engine and forecast both ask here. After a hit the engine calls adopt().
struct Decision {
    std::optional<CacheRecord> record;  ///< a hit
    bool dockerWouldRerun = false;
};
[[nodiscard]] Result<Decision> decide(const store::Store& store, const Digest& key, const Digest& chainKey,
                                      const DecisionOptions& options);
/// After a hit: puts the record again under this step's own names, where it bears others (another folder or position,
/// or a chain key that docker build, too, would know from now on) or isn't the newest of the step, so that the next
/// miss is compared with what was used last. Changes nothing where they agree.
Result<> adopt(store::Store& store, const CacheRecord& record, const Digest& chainKey, const std::string& step,
               const std::string& position, const std::string& text);

}  // namespace slipway::cache
