// Compressed streams in and out, through libarchive's filters on raw data.
#include "layer/tar.h"
#include "text/say.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>

namespace slipway::layer {

namespace {

int filterOf(std::string_view head) {
    using namespace std::string_view_literals;
    if (head.starts_with("\x1f\x8b"sv)) {
        return ARCHIVE_FILTER_GZIP;
    }
    if (head.starts_with("\x28\xb5\x2f\xfd"sv)) {
        return ARCHIVE_FILTER_ZSTD;
    }
    // A skippable frame may come first (Stargz and zstd:chunked write them).
    if (head.size() >= 4 && (static_cast<unsigned char>(head[0]) & 0xf0) == 0x50 &&
        head.substr(1).starts_with("\x2a\x4d\x18"sv)) {
        return ARCHIVE_FILTER_ZSTD;
    }
    if (head.starts_with("\xfd\x37zXZ\0"sv)) {
        return ARCHIVE_FILTER_XZ;
    }
    if (head.starts_with("BZh"sv)) {
        return ARCHIVE_FILTER_BZIP2;
    }
    return ARCHIVE_FILTER_NONE;
}

struct Input {
    const ByteSource& source;
    std::stop_token stop;
    std::string head;  ///< bytes looked at already
    bool headGiven = false;
    Error error;

    Result<std::string_view> next() {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled, text::say("canceled"));
        }
        if (!headGiven) {
            headGiven = true;
            if (!head.empty()) {
                return head;
            }
        }
        return source();
    }
};

la_ssize_t onRead(archive* a, void* client, const void** bytes) {
    auto* input = static_cast<Input*>(client);
    auto piece = input->next();
    if (!piece) {
        input->error = std::move(piece.error());
        archive_set_error(a, EIO, "stopped");
        return -1;
    }
    *bytes = piece->data();
    return static_cast<la_ssize_t>(piece->size());
}

struct Output {
    const ByteSink& sink;
    Error error;
};

la_ssize_t onWrite(archive* a, void* client, const void* bytes, std::size_t length) {
    auto* output = static_cast<Output*>(client);
    if (auto done = output->sink({static_cast<const char*>(bytes), length}); !done) {
        output->error = std::move(done.error());
        archive_set_error(a, EIO, "stopped");
        return -1;
    }
    return static_cast<la_ssize_t>(length);
}

std::string reasonOf(archive* a) {
    const char* why = archive_error_string(a);
    return why != nullptr ? why : text::say("unknown reason");
}

std::unexpected<Error> unreadable(const Error& own, archive* a) {
    if (!own.message.empty()) {
        return fail(own);
    }
    return fail(ErrorCode::Corrupt, text::say("the compressed data can't be read: {}", reasonOf(a)));
}

std::unexpected<Error> notCompressed(const Error& own, archive* a) {
    if (!own.message.empty()) {
        return fail(own);
    }
    return fail(ErrorCode::Corrupt, text::say("cannot compress: {}", reasonOf(a)));
}

Result<> passThrough(Input& input, const ByteSink& out) {
    while (true) {
        const auto piece = input.next();
        if (!piece) {
            return fail(piece.error());
        }
        if (piece->empty()) {
            return {};
        }
        if (const auto done = out(*piece); !done) {
            return done;
        }
    }
}

struct ArchiveFree {
    void operator()(archive* a) const { archive_free(a); }
    void operator()(archive_entry* e) const { archive_entry_free(e); }
};

}  // namespace

Result<> decompress(const ByteSource& in, const ByteSink& out, std::stop_token stop) {
    Input input{in, std::move(stop), {}, false, {}};
    while (input.head.size() < 6) {
        const auto piece = in();
        if (!piece) {
            return fail(piece.error());
        }
        if (piece->empty()) {
            break;
        }
        input.head += *piece;
    }
    const int filter = filterOf(input.head);
    if (filter == ARCHIVE_FILTER_NONE) {
        return passThrough(input, out);
    }
    // libarchive takes a bad gzip header for the end of the data.
    if (filter == ARCHIVE_FILTER_GZIP &&
        (input.head.size() < 4 || input.head[2] != 8 || (static_cast<unsigned char>(input.head[3]) & 0xe0) != 0)) {
        return fail(ErrorCode::Corrupt, text::say("the compressed data can't be read: its gzip header is damaged"));
    }
    const std::unique_ptr<archive, ArchiveFree> a(archive_read_new());
    // Named rather than guessed: libarchive would also open a second compression inside the first.
    archive_read_append_filter(a.get(), filter);
    archive_read_support_format_raw(a.get());
    archive_read_support_format_empty(a.get());
    // Data cut off within its first block would otherwise pass for empty: only the error number tells.
    if (archive_read_open(a.get(), &input, nullptr, onRead, nullptr) != ARCHIVE_OK || archive_errno(a.get()) != 0) {
        return unreadable(input.error, a.get());
    }
    archive_entry* header = nullptr;
    int outcome = archive_read_next_header(a.get(), &header);
    while (outcome != ARCHIVE_EOF) {
        if (outcome != ARCHIVE_OK) {
            return unreadable(input.error, a.get());
        }
        const void* bytes = nullptr;
        std::size_t length = 0;
        la_int64_t offset = 0;
        outcome = archive_read_data_block(a.get(), &bytes, &length, &offset);
        if (outcome == ARCHIVE_OK && length > 0) {
            if (const auto done = out({static_cast<const char*>(bytes), length}); !done) {
                return done;
            }
        }
    }
    return input.error.message.empty() ? Result<>{} : fail(input.error);
}

Result<> compress(const ByteSource& in, const ByteSink& out, Compression kind, std::stop_token stop) {
    Input input{in, std::move(stop), {}, true, {}};
    if (kind == Compression::None) {
        return passThrough(input, out);
    }
    Output output{out, {}};
    const std::unique_ptr<archive, ArchiveFree> a(archive_write_new());
    const std::unique_ptr<archive_entry, ArchiveFree> header(archive_entry_new());
    if (kind == Compression::Gzip) {
        archive_write_add_filter_gzip(a.get());
        archive_write_set_filter_option(a.get(), "gzip", "timestamp", nullptr);
    } else {
        archive_write_add_filter_zstd(a.get());
    }
    archive_write_set_format_raw(a.get());
    archive_write_set_bytes_in_last_block(a.get(), 1);
    archive_entry_set_filetype(header.get(), AE_IFREG);
    if (archive_write_open(a.get(), &output, nullptr, onWrite, nullptr) != ARCHIVE_OK ||
        archive_write_header(a.get(), header.get()) != ARCHIVE_OK) {
        return notCompressed(output.error, a.get());
    }
    while (true) {
        const auto piece = input.next();
        if (!piece) {
            return fail(piece.error());
        }
        if (piece->empty()) {
            break;
        }
        if (archive_write_data(a.get(), piece->data(), piece->size()) != static_cast<la_ssize_t>(piece->size())) {
            return notCompressed(output.error, a.get());
        }
    }
    if (archive_write_close(a.get()) != ARCHIVE_OK) {
        return notCompressed(output.error, a.get());
    }
    return {};
}

}  // namespace slipway::layer
