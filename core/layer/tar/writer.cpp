// The deterministic half of tar.h.
#include "layer/names.h"
#include "layer/tar.h"
#include "layer/tar/background_hasher.h"
#include "layer/tar/content_ahead.h"
#include "layer/tar/utf8_locale.h"
#include "text/say.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <unordered_map>

namespace slipway::layer {

namespace {

/// What a tar's bytes go through: hashed, counted, and passed on in large pieces.
class TarOutput {
public:
    explicit TarOutput(const ByteSink& sink) : m_sink(sink) { m_buffer.reserve(kBuffer); }

    // A large piece is on its way to hasher and sink at once; its bytes must stay until settle().
    Result<> write(std::string_view bytes) {
        m_position += bytes.size();
        if (m_buffer.size() + bytes.size() <= kBuffer) {
            m_buffer += bytes;
            return {};
        }
        if (const auto done = flush(); !done) {
            return done;
        }
        if (bytes.size() <= kBuffer) {
            m_buffer += bytes;
            return {};
        }
        m_hasher.update(bytes);
        return m_sink(bytes);
    }
    Result<> flush() {
        if (m_buffer.empty()) {
            return {};
        }
        m_hasher.update(m_buffer);
        auto done = m_sink(m_buffer);
        m_hasher.wait();
        m_buffer.clear();
        return done;
    }
    void settle() { m_hasher.wait(); }
    [[nodiscard]] std::uint64_t position() const { return m_position; }
    [[nodiscard]] Digest digest() { return m_hasher.finish(); }

    Error error;  ///< why a write failed

private:
    static constexpr std::size_t kBuffer = 256 * 1024;
    const ByteSink& m_sink;
    BackgroundHasher m_hasher;
    std::string m_buffer;
    std::uint64_t m_position = 0;
};

la_ssize_t onWrite(archive* a, void* client, const void* bytes, std::size_t length) {
    auto* output = static_cast<TarOutput*>(client);
    if (auto done = output->write({static_cast<const char*>(bytes), length}); !done) {
        output->error = std::move(done.error());
        archive_set_error(a, EIO, "stopped");
        return -1;
    }
    return static_cast<la_ssize_t>(length);
}

struct ArchiveFree {
    void operator()(archive* a) const { archive_write_free(a); }
    void operator()(archive_entry* e) const { archive_entry_free(e); }
};

/// An entry as it is written, and the one whose content it has.
struct Outgoing {
    Entry entry;
    std::optional<Entry> original;  ///< set where the content is asked for under another name
};

/// Byte order of paths, and of several names of one file the first is the file: a reader must meet it before its links.
Result<std::vector<Outgoing>> inOrder(std::vector<Entry> entries) {
    std::ranges::stable_sort(entries, {}, &Entry::path);
    std::vector<Outgoing> order;
    order.reserve(entries.size());
    for (Entry& entry : entries) {
        if (const auto clean = cleanName(entry.path); !clean || *clean != entry.path) {
            return fail(ErrorCode::Invalid, text::say("\"{}\" can't be a name in a layer", entry.path));
        }
        if (baseOf(entry.path).starts_with(kWhiteoutPrefix)) {
            return fail(ErrorCode::Unsupported,
                        text::say("\"{}\" can't go into a layer: names that begin with .wh. mean deleted files there. "
                                  "Give it another name, or leave it out by .dockerignore",
                                  entry.path));
        }
        if (entry.path.empty() && entry.type != EntryType::Directory) {
            return fail(ErrorCode::Invalid, text::say("the root of a layer must be a directory"));
        }
        if (!order.empty() && order.back().entry.path == entry.path) {
            return fail(ErrorCode::Invalid, text::say("\"{}\" is in a layer twice", entry.path));
        }
        order.push_back({std::move(entry), std::nullopt});
    }
    const auto at = [&order](std::string_view path) {
        return std::ranges::lower_bound(order, path, {},
                                        [](const Outgoing& o) -> std::string_view { return o.entry.path; });
    };
    std::unordered_map<std::string, std::string> firstName;  // of files that came after a link to them
    for (Outgoing& link : order) {
        if (link.entry.type != EntryType::Hardlink) {
            continue;
        }
        if (const auto moved = firstName.find(link.entry.link); moved != firstName.end()) {
            link.entry.link = moved->second;
            continue;
        }
        const auto target = at(link.entry.link);
        if (target == order.end() || target->entry.path != link.entry.link || target->entry.path < link.entry.path) {
            continue;
        }
        if (target->entry.type == EntryType::Hardlink || target->entry.type == EntryType::Directory ||
            target->entry.type == EntryType::Whiteout) {
            return fail(ErrorCode::Invalid, text::say("\"{}\" is a hard link to \"{}\", which is no file",
                                                      link.entry.path, link.entry.link));
        }
        firstName.emplace(target->entry.path, link.entry.path);
        const std::string first = link.entry.path;
        const std::string second = target->entry.path;
        link.original = target->entry;
        link.entry = std::exchange(target->entry, std::move(link.entry));
        link.entry.path = first;
        target->entry.path = second;
        target->entry.link = first;
    }
    // Whoever unpacks sets owner, mode and attributes again for every name.
    for (Outgoing& link : order) {
        const auto target = link.entry.type == EntryType::Hardlink ? at(link.entry.link) : order.end();
        if (target != order.end() && target->entry.path == link.entry.link) {
            const Entry& file = target->entry;
            link.entry.mode = file.mode;
            link.entry.uid = file.uid;
            link.entry.gid = file.gid;
            link.entry.mtime = file.mtime;
            link.entry.xattrs = file.xattrs;
        }
    }
    return order;
}

class LayerWriter {
public:
    LayerWriter(const std::function<Result<ByteSource>(const Entry&)>& content, const ByteSink& sink,
                std::stop_token stop)
        : m_content(content), m_output(sink), m_stop(std::move(stop)) {}

    Result<PackedLayer> write(std::vector<Entry> entries);

private:
    Result<> open();
    Result<> writeEntry(Outgoing& outgoing, ContentAhead& contents);
    Result<> writeHeader(const Entry& entry);
    Result<> writeContent(Entry& entry, ContentAhead& contents);
    [[nodiscard]] std::unexpected<Error> broken(const std::string& path);

    const std::function<Result<ByteSource>(const Entry&)>& m_content;
    TarOutput m_output;
    std::stop_token m_stop;
    std::unique_ptr<archive, ArchiveFree> m_archive{archive_write_new()};
    std::unique_ptr<archive_entry, ArchiveFree> m_header{archive_entry_new()};
};

std::unexpected<Error> LayerWriter::broken(const std::string& path) {
    if (!m_output.error.message.empty()) {
        return fail(m_output.error);
    }
    const char* why = archive_error_string(m_archive.get());
    return fail(ErrorCode::Invalid, text::say("cannot write \"{}\" into a layer: {}", path,
                                              why != nullptr ? why : text::say("unknown reason")));
}

Result<> LayerWriter::open() {
    archive* a = m_archive.get();
    archive_write_set_format_pax(a);
    archive_write_set_format_option(a, "pax", "xattrheader", "SCHILY");
    archive_write_set_bytes_per_block(a, 0);
    archive_write_set_bytes_in_last_block(a, 1);
    if (archive_write_open(a, &m_output, nullptr, onWrite, nullptr) != ARCHIVE_OK) {
        return broken("");
    }
    return {};
}

mode_t fileTypeOf(EntryType type) {
    switch (type) {
        case EntryType::Directory:
            return AE_IFDIR;
        case EntryType::Symlink:
            return AE_IFLNK;
        case EntryType::CharDevice:
            return AE_IFCHR;
        case EntryType::BlockDevice:
            return AE_IFBLK;
        case EntryType::Fifo:
            return AE_IFIFO;
        case EntryType::File:
        case EntryType::Hardlink:
        case EntryType::Whiteout:
            break;
    }
    return AE_IFREG;
}

std::string whiteoutName(std::string_view path) {
    const std::string_view parent = parentOf(path);
    std::string name(parent);
    if (!parent.empty()) {
        name += '/';
    }
    return name.append(kWhiteoutPrefix).append(baseOf(path));
}

Result<> LayerWriter::writeHeader(const Entry& entry) {
    archive_entry* h = archive_entry_clear(m_header.get());
    if (entry.type == EntryType::Whiteout) {
        archive_entry_copy_pathname(h, whiteoutName(entry.path).c_str());
        archive_entry_set_filetype(h, AE_IFREG);
        archive_entry_set_size(h, 0);
        archive_entry_set_mtime(h, 0, 0);
    } else {
        archive_entry_copy_pathname(h, entry.path.empty() ? "." : entry.path.c_str());
        archive_entry_set_filetype(h, fileTypeOf(entry.type));
        archive_entry_set_perm(h, entry.mode & 07777);
        archive_entry_set_uid(h, entry.uid);
        archive_entry_set_gid(h, entry.gid);
        archive_entry_set_mtime(h, entry.mtime, 0);
        archive_entry_set_size(h, entry.type == EntryType::File ? static_cast<la_int64_t>(entry.size) : 0);
        if (entry.type == EntryType::Symlink) {
            archive_entry_copy_symlink(h, entry.link.c_str());
        } else if (entry.type == EntryType::Hardlink) {
            archive_entry_copy_hardlink(h, entry.link.c_str());
        } else if (entry.type == EntryType::CharDevice || entry.type == EntryType::BlockDevice) {
            archive_entry_set_rdevmajor(h, entry.deviceMajor);
            archive_entry_set_rdevminor(h, entry.deviceMinor);
        }
        for (const auto& [name, value] : entry.xattrs) {
            if (name.find('=') != std::string::npos) {
                return fail(ErrorCode::Unsupported,
                            text::say("\"{}\" has the extended attribute \"{}\"; a layer can't hold a name with \"=\"",
                                      entry.path, name));
            }
            archive_entry_xattr_add_entry(h, name.c_str(), value.data(), value.size());
        }
    }
    // A warning is a name that isn't UTF-8: libarchive then marks the header's names as plain bytes.
    if (archive_write_header(m_archive.get(), h) < ARCHIVE_WARN || !m_output.error.message.empty()) {
        return broken(entry.path);
    }
    return {};
}

Result<> LayerWriter::writeContent(Entry& entry, ContentAhead& contents) {
    entry.offset = m_output.position();
    while (true) {
        const auto piece = contents.next();
        if (!piece) {
            return fail(piece.error());
        }
        const auto size = static_cast<la_ssize_t>(piece->bytes.size());
        if (size > 0 && archive_write_data(m_archive.get(), piece->bytes.data(), piece->bytes.size()) != size) {
            return broken(entry.path);
        }
        m_output.settle();
        if (piece->digest) {
            entry.digest = *piece->digest;
            return {};
        }
    }
}

Result<> LayerWriter::writeEntry(Outgoing& outgoing, ContentAhead& contents) {
    Entry& entry = outgoing.entry;
    if (const auto done = writeHeader(entry); !done) {
        return done;
    }
    if (entry.type == EntryType::File) {
        return writeContent(entry, contents);
    }
    entry.digest = {};
    entry.offset = 0;
    entry.size = 0;
    if (entry.type == EntryType::Directory && entry.opaque) {
        Entry marker;
        marker.path = entry.path.empty() ? std::string(".wh..opq") : entry.path + "/.wh..opq";
        marker.type = EntryType::Whiteout;
        return writeHeader(marker);
    }
    return {};
}

Result<PackedLayer> LayerWriter::write(std::vector<Entry> entries) {
    const Utf8Locale locale;
    auto order = inOrder(std::move(entries));
    if (!order) {
        return fail(order.error());
    }
    if (const auto opened = open(); !opened) {
        return fail(opened.error());
    }
    std::vector<const Entry*> files;  // each is done with when it is written, and changes only then
    for (const Outgoing& outgoing : *order) {
        if (outgoing.entry.type == EntryType::File) {
            files.push_back(outgoing.original ? &*outgoing.original : &outgoing.entry);
        }
    }
    ContentAhead contents(std::move(files), m_content, m_stop);
    TocBuilder builder;
    for (Outgoing& outgoing : *order) {
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::Canceled, text::say("canceled"));
        }
        if (const auto done = writeEntry(outgoing, contents); !done) {
            return fail(done.error());
        }
        builder.add(std::move(outgoing.entry));
    }
    if (archive_write_close(m_archive.get()) != ARCHIVE_OK) {
        return broken("");
    }
    if (const auto done = m_output.flush(); !done) {
        return fail(done.error());
    }
    return PackedLayer{builder.build(), m_output.digest(), m_output.position()};
}

}  // namespace

Result<PackedLayer> writeLayer(std::vector<Entry> entries,
                               const std::function<Result<ByteSource>(const Entry&)>& content, const ByteSink& sink,
                               std::stop_token stop) {
    return LayerWriter(content, sink, std::move(stop)).write(std::move(entries));
}

}  // namespace slipway::layer
