// The distrustful half of tar.h.
#include "layer/names.h"
#include "layer/tar.h"
#include "layer/tar/background_hasher.h"
#include "layer/tar/foreign_entries.h"
#include "layer/tar/utf8_locale.h"
#include "text/say.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

namespace slipway::layer {

namespace {

/// The tar on its way in: hashed and counted as libarchive asks for it.
struct TarInput {
    const ByteSource& source;
    std::stop_token stop;
    BackgroundHasher hasher;
    std::uint64_t position = 0;  ///< of the end of `block`
    std::string_view block;
    Error error;

    Result<std::string_view> next() {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled, text::say("canceled"));
        }
        hasher.wait();
        auto bytes = source();
        if (bytes) {
            block = *bytes;
            position += block.size();
            hasher.update(block);
        }
        return bytes;
    }
    /// Do these bytes stand at this position? True where the block that held it has gone already.
    [[nodiscard]] bool standsAt(std::uint64_t where, std::string_view bytes) const {
        const std::uint64_t begin = position - block.size();
        if (where < begin || where >= position) {
            return true;
        }
        const std::string_view there = block.substr(where - begin, bytes.size());
        return std::memcmp(there.data(), bytes.data(), there.size()) == 0;
    }
};

la_ssize_t onRead(archive* a, void* client, const void** bytes) {
    auto* input = static_cast<TarInput*>(client);
    auto block = input->next();
    if (!block) {
        input->error = std::move(block.error());
        archive_set_error(a, EIO, "stopped");
        return -1;
    }
    *bytes = block->data();
    return static_cast<la_ssize_t>(block->size());
}

struct ArchiveFree {
    void operator()(archive* a) const { archive_read_free(a); }
};

class LayerReader {
public:
    LayerReader(const ByteSource& tar, const TarLimits& limits, std::stop_token stop)
        : m_limits(limits), m_input{tar, std::move(stop), {}, 0, {}, {}} {}

    Result<PackedLayer> read();

private:
    [[nodiscard]] std::unexpected<Error> broken(const std::string& path);
    Result<> readEntry(archive_entry* header);
    Result<> readNames(archive_entry* header, Entry& entry) const;
    Result<> readOwner(archive_entry* header, Entry& entry) const;
    Result<> readXattrs(archive_entry* header, Entry& entry) const;
    Result<> readContent(Entry& entry);

    TarLimits m_limits;
    TarInput m_input;
    std::unique_ptr<archive, ArchiveFree> m_archive{archive_read_new()};
    ForeignEntries m_entries;
    std::uint64_t m_count = 0;
    std::uint64_t m_contentBytes = 0;
    Hasher m_hasher;
};

std::unexpected<Error> LayerReader::broken(const std::string& path) {
    if (!m_input.error.message.empty()) {
        return fail(m_input.error);
    }
    const char* reason = archive_error_string(m_archive.get());
    const std::string why = reason != nullptr ? reason : text::say("unknown reason");
    return fail(ErrorCode::Invalid, path.empty() ? text::say("the tar can't be read: {}", why)
                                                 : text::say("the tar can't be read at \"{}\": {}", path, why));
}

Result<> LayerReader::readNames(archive_entry* header, Entry& entry) const {
    const char* name = archive_entry_pathname(header);
    if (name == nullptr) {
        return fail(ErrorCode::Invalid, text::say("the tar has an entry whose name can't be read"));
    }
    if (std::strlen(name) > m_limits.pathBytes) {
        return fail(ErrorCode::Invalid, text::say("the tar has a name of more than {} bytes", m_limits.pathBytes));
    }
    auto clean = cleanName(name);
    if (!clean) {
        return fail(ErrorCode::Invalid, text::say("the tar's entry \"{}\" would climb out of the root", name));
    }
    entry.path = std::move(*clean);
    if (const char* link = archive_entry_hardlink(header); link != nullptr) {
        auto target = cleanName(link);
        if (!target || target->empty() || std::strlen(link) > m_limits.pathBytes) {
            return fail(ErrorCode::Invalid,
                        text::say("\"{}\" is a hard link that leads out of the root: \"{}\"", entry.path, link));
        }
        entry.type = EntryType::Hardlink;
        entry.link = std::move(*target);
    } else if (const char* symlink = archive_entry_symlink(header); symlink != nullptr) {
        if (std::strlen(symlink) > m_limits.pathBytes) {
            return fail(ErrorCode::Invalid, text::say("\"{}\" is a link with a target of more than {} bytes",
                                                      entry.path, m_limits.pathBytes));
        }
        entry.link = symlink;
    }
    return {};
}

Result<> LayerReader::readOwner(archive_entry* header, Entry& entry) const {
    const la_int64_t uid = archive_entry_uid(header);
    const la_int64_t gid = archive_entry_gid(header);
    constexpr la_int64_t kMost = std::numeric_limits<std::uint32_t>::max() - 1;  // the last one means "nobody asked"
    if (uid < 0 || gid < 0 || uid > kMost || gid > kMost) {
        return fail(ErrorCode::Invalid,
                    text::say("\"{}\" belongs to an owner that can't be: {}:{}", entry.path, uid, gid));
    }
    entry.uid = static_cast<std::uint32_t>(uid);
    entry.gid = static_cast<std::uint32_t>(gid);
    entry.mode = static_cast<std::uint32_t>(archive_entry_perm(header)) & 07777;
    entry.mtime = archive_entry_mtime(header);
    return {};
}

Result<> LayerReader::readXattrs(archive_entry* header, Entry& entry) const {
    std::size_t bytes = 0;
    const char* name = nullptr;
    const void* value = nullptr;
    std::size_t length = 0;
    archive_entry_xattr_reset(header);
    while (archive_entry_xattr_next(header, &name, &value, &length) == ARCHIVE_OK && name != nullptr) {
        const std::string_view key(name);
        if (key.starts_with("user.overlay.") || key.starts_with("trusted.overlay.")) {
            continue;
        }
        bytes += key.size() + length;
        if (bytes > m_limits.xattrBytes) {
            return fail(ErrorCode::Invalid, text::say("\"{}\" has more than {} bytes of extended attributes",
                                                      entry.path, m_limits.xattrBytes));
        }
        entry.xattrs.insert_or_assign(std::string(key), std::string(static_cast<const char*>(value), length));
    }
    return {};
}

Result<> LayerReader::readContent(Entry& entry) {
    m_contentBytes += entry.size;
    if (entry.size > m_limits.contentBytes || m_contentBytes > m_limits.contentBytes) {
        return fail(ErrorCode::Invalid, text::say("the tar's files come to more than {} bytes at \"{}\"",
                                                  m_limits.contentBytes, entry.path));
    }
    // The header is consumed up to its last block, so this is where the content begins; the check below proves it.
    entry.offset = static_cast<std::uint64_t>(archive_filter_bytes(m_archive.get(), 0));
    std::uint64_t done = 0;
    bool sparse = false;
    while (true) {
        const void* bytes = nullptr;
        std::size_t length = 0;
        la_int64_t offset = 0;
        const int outcome = archive_read_data_block(m_archive.get(), &bytes, &length, &offset);
        if (outcome == ARCHIVE_EOF) {
            break;
        }
        if (outcome < ARCHIVE_WARN || !m_input.error.message.empty()) {
            return broken(entry.path);
        }
        sparse = sparse || static_cast<std::uint64_t>(offset) != done;
        const std::string_view piece(static_cast<const char*>(bytes), length);
        if (!sparse && !m_input.standsAt(entry.offset + done, piece)) {
            return fail(ErrorCode::Invalid, text::say("the place of \"{}\" in the tar can't be told", entry.path));
        }
        m_hasher.update(piece);
        done += length;
    }
    const Digest digest = m_hasher.finish();
    if (sparse || done != entry.size) {
        return fail(
            ErrorCode::Unsupported,
            text::say("\"{}\" is stored as a sparse file; pack the archive again without sparse files (tar without "
                      "--sparse)",
                      entry.path));
    }
    entry.digest = digest;
    return {};
}

Result<> LayerReader::readEntry(archive_entry* header) {
    if (++m_count > m_limits.entries) {
        return fail(ErrorCode::Invalid, text::say("the tar has more than {} entries", m_limits.entries));
    }
    Entry entry;
    if (const auto done = readNames(header, entry); !done) {
        return done;
    }
    if (const auto done = readOwner(header, entry); !done) {
        return done;
    }
    if (const auto done = readXattrs(header, entry); !done) {
        return done;
    }
    if (entry.type == EntryType::Hardlink) {
        return m_entries.add(std::move(entry));
    }
    switch (archive_entry_filetype(header)) {
        case AE_IFDIR:
            entry.type = EntryType::Directory;
            break;
        case AE_IFLNK:
            entry.type = EntryType::Symlink;
            break;
        case AE_IFCHR:
            entry.type = EntryType::CharDevice;
            break;
        case AE_IFBLK:
            entry.type = EntryType::BlockDevice;
            break;
        case AE_IFIFO:
            entry.type = EntryType::Fifo;
            break;
        case AE_IFREG:
            entry.type = EntryType::File;
            break;
        default:
            return fail(ErrorCode::Invalid, text::say("\"{}\" is of a type that a layer can't hold", entry.path));
    }
    if (entry.path.empty() && entry.type != EntryType::Directory) {
        return fail(ErrorCode::Invalid, text::say("the tar's root is not a directory"));
    }
    if (entry.type == EntryType::CharDevice || entry.type == EntryType::BlockDevice) {
        entry.deviceMajor = static_cast<std::uint32_t>(archive_entry_rdevmajor(header));
        entry.deviceMinor = static_cast<std::uint32_t>(archive_entry_rdevminor(header));
    }
    if (entry.type == EntryType::File) {
        const la_int64_t size = archive_entry_size(header);
        if (size < 0) {
            return fail(ErrorCode::Invalid, text::say("\"{}\" has a negative size", entry.path));
        }
        entry.size = static_cast<std::uint64_t>(size);
        if (const auto done = readContent(entry); !done) {
            return done;
        }
    }
    return m_entries.add(std::move(entry));
}

Result<PackedLayer> LayerReader::read() {
    const Utf8Locale locale;
    archive* a = m_archive.get();
    archive_read_support_format_tar(a);
    archive_read_append_filter(a, ARCHIVE_FILTER_NONE);
    if (archive_read_open(a, &m_input, nullptr, onRead, nullptr) != ARCHIVE_OK) {
        return broken("");
    }
    while (true) {
        archive_entry* header = nullptr;
        const int outcome = archive_read_next_header(a, &header);
        if (outcome == ARCHIVE_EOF) {
            break;
        }
        // A warning is a name that isn't UTF-8, or a record that isn't understood.
        if (outcome < ARCHIVE_WARN || !m_input.error.message.empty()) {
            return broken("");
        }
        if (const auto done = readEntry(header); !done) {
            return fail(done.error());
        }
    }
    while (true) {
        const auto rest = m_input.next();
        if (!rest) {
            return fail(rest.error());
        }
        if (rest->empty()) {
            break;
        }
    }
    auto toc = m_entries.finish();
    if (!toc) {
        return fail(toc.error());
    }
    return PackedLayer{std::move(*toc), m_input.hasher.finish(), m_input.position};
}

}  // namespace

Result<PackedLayer> readLayer(const ByteSource& tar, const TarLimits& limits, std::stop_token stop) {
    return LayerReader(tar, limits, std::move(stop)).read();
}

}  // namespace slipway::layer
