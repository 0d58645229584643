// Layers as tars: a deterministic writer, and a reader that trusts nothing.
//
// Format: POSIX pax with SCHILY.xattr records, see the OCI image specification, "Image Layer Filesystem Changeset".
#pragma once

#include "layer/toc.h"

#include <functional>
#include <stop_token>

namespace slipway::layer {

/// Takes the bytes of a tar as they come; an error stops the writing.
using ByteSink = std::function<Result<>(std::string_view bytes)>;
/// Gives bytes until an empty view; an error stops the reading.
using ByteSource = std::function<Result<std::string_view>()>;

struct PackedLayer {
    std::shared_ptr<const Toc> toc;
    Digest diffId;              ///< of the uncompressed tar
    std::uint64_t tarSize = 0;  ///< bytes of the uncompressed tar
};

/// Writes a layer: the same entries give the same bytes, whatever the machine or the order they come in is.
/// `content(entry)` gives a file's bytes in pieces; the writer hashes them and fails with Corrupt (naming the
/// file) where size or a digest already set in the entry differ from what came. It is called for one file after the
/// other, in the order of their paths, and of a large layer by another thread.
[[nodiscard]] Result<PackedLayer> writeLayer(std::vector<Entry> entries,
                                             const std::function<Result<ByteSource>(const Entry&)>& content,
                                             const ByteSink& sink, std::stop_token stop = {});

/// What an entry of a foreign tar may cost at most; all are refused with Invalid beyond it.
struct TarLimits {
    std::uint64_t entries = 4'000'000;
    std::uint64_t contentBytes = std::uint64_t{1} << 40;
    std::size_t pathBytes = 4096;
    std::size_t xattrBytes = 1 << 20;
};

/// Reads an uncompressed tar: table, diff ID and size. Names are cleaned ("./", "/", "//"); a name that climbs
/// out with ".." or a hard link that leads out is an error; `.wh.` names become whiteouts and opaque flags.
/// `user.overlay.*` is dropped. Offsets refer to the tar as it came.
[[nodiscard]] Result<PackedLayer> readLayer(const ByteSource& tar, const TarLimits& limits = {},
                                            std::stop_token stop = {});

/// Decompresses gzip, zstd, xz or bzip2 (found by its first bytes; none passes through) into `sink`.
[[nodiscard]] Result<> decompress(const ByteSource& in, const ByteSink& out, std::stop_token stop = {});
enum class Compression : std::uint8_t { None, Gzip, Zstd };
/// Compresses deterministically (no time, no name in the header).
[[nodiscard]] Result<> compress(const ByteSource& in, const ByteSink& out, Compression kind, std::stop_token stop = {});

/// A source that reads a file (or a range of it) in pieces of 1 MiB.
[[nodiscard]] Result<ByteSource> fileSource(const std::string& path, std::uint64_t offset = 0,
                                            std::optional<std::uint64_t> length = {});

/// The same from an open file that it takes over; `path` is for messages.
[[nodiscard]] Result<ByteSource> descriptorSource(int descriptor, const std::string& path, std::uint64_t offset = 0,
                                                  std::optional<std::uint64_t> length = {});

}  // namespace slipway::layer
