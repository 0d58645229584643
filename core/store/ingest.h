// Takes layers from outside into the store.
#pragma once

#include "store/store.h"

#include <stop_token>

namespace slipway::store {

struct IngestOptions {
    std::optional<Digest> diffId;      ///< what it must be; Corrupt where it is another
    std::optional<Digest> compressed;  ///< `file` is this blob of the store and stays in it
    std::string mediaType;             ///< of that blob
};

/// Reads the tar in a file (gzip, zstd, xz, bzip2 or none), makes its table and records it with its uncompressed tar.
/// Trusts nothing; what is refused leaves nothing. Any thread; waits.
[[nodiscard]] Result<Layer> ingestLayer(Store& store, const std::filesystem::path& file, const IngestOptions& options,
                                        std::stop_token stop = {});
/// The same from an open file, read from its beginning; it stays the caller's.
[[nodiscard]] Result<Layer> ingestLayer(Store& store, int descriptor, const IngestOptions& options,
                                        std::stop_token stop = {});

}  // namespace slipway::store
