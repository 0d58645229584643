#include "store/ingest.h"

#include "layer/tar.h"
#include "text/say.h"

#include <fcntl.h>
#include <unistd.h>

namespace slipway::store {

namespace {

// The most that a layer may unpack to; a small file can claim to be anything.
constexpr std::uint64_t kTarLimit = std::uint64_t{1} << 40;

std::unexpected<Error> mismatch(const Digest& expected, const Digest& found) {
    return fail(ErrorCode::Corrupt, text::say("the layer's content has the digest {} and not {}, as its image says",
                                              found.toString(), expected.toString()));
}

Result<layer::ByteSource> sourceOf(int descriptor) {
    const int own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    return own < 0 ? fail(Error::fromErrno("read the layer")) : layer::descriptorSource(own, {});
}

Result<layer::PackedLayer> readTar(int descriptor, const IngestOptions& options, std::stop_token stop) {
    auto source = sourceOf(descriptor);
    if (!source) {
        return fail(source.error());
    }
    auto packed = layer::readLayer(*source, {}, stop);
    if (packed && options.diffId && packed->diffId != *options.diffId) {
        return mismatch(*options.diffId, packed->diffId);
    }
    return packed;
}

Result<layer::PackedLayer> unpack(Store& store, int descriptor, const IngestOptions& options, std::stop_token stop) {
    auto source = sourceOf(descriptor);
    auto writer = source ? store.newBlob() : fail(source.error());
    if (!writer) {
        return fail(writer.error());
    }
    const auto sink = [&](std::string_view bytes) -> Result<> {
        if (writer->size() + bytes.size() > kTarLimit) {
            return fail(ErrorCode::Invalid, text::say("the layer is larger than 1 TiB"));
        }
        return writer->write(bytes);
    };
    if (auto result = layer::decompress(*source, sink, stop); !result) {
        return fail(result.error());
    }
    const int written = writer->descriptor();
    if (written < 0) {
        return fail(writer->write({}).error());
    }
    auto packed = readTar(written, options, stop);
    if (packed) {
        if (auto kept = writer->commit(packed->diffId); !kept) {
            return fail(kept.error());
        }
    }
    return packed;
}

Result<Layer> record(Store& store, Result<layer::PackedLayer> packed, const IngestOptions& options) {
    if (!packed) {
        return fail(packed.error());
    }
    const auto toc = store.putBlob(packed->toc->serialize());
    if (!toc) {
        return fail(toc.error());
    }
    Layer out{packed->diffId, *toc, packed->toc->contentSize(), packed->tarSize, {}, {}, {}, {}};
    if (options.compressed) {
        std::error_code error;
        out.compressed = options.compressed;
        out.compressedSize = std::filesystem::file_size(store.blobPath(*options.compressed), error);
        out.compressedMediaType = options.mediaType;
        if (error) {
            return fail(Error::fromErrno(error.value(), "read the blob", store.blobPath(*options.compressed)));
        }
    }
    if (auto result = store.putLayer(out); !result) {
        return fail(result.error());
    }
    return out;
}

}  // namespace

Result<Layer> ingestLayer(Store& store, int descriptor, const IngestOptions& options, std::stop_token stop) {
    return record(store, unpack(store, descriptor, options, stop), options);
}

Result<Layer> ingestLayer(Store& store, const std::filesystem::path& file, const IngestOptions& options,
                          std::stop_token stop) {
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(Error::fromErrno("read", file));
    }
    const bool inPlace = options.diffId && file == store.blobPath(*options.diffId);
    auto packed = inPlace ? readTar(descriptor, options, stop) : unpack(store, descriptor, options, stop);
    close(descriptor);
    return record(store, std::move(packed), options);
}

}  // namespace slipway::store
