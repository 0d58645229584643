#include "layer/toc.h"

#include "layer/toc_data.h"
#include "memory/large_pages.h"
#include "text/say.h"

#include <cstring>
#include <new>

namespace slipway::layer {

namespace {

std::size_t padded(std::uint64_t bytes) { return (bytes + 7) / 8 * 8; }

std::unexpected<Error> damaged(std::string_view what) {
    return fail(ErrorCode::Corrupt, text::say("a table of contents is damaged: {}", text::said(what)));
}

// No "//", "/./" or "/../" inside any of the paths. They lie end to end and none ends with "/" or begins with "/" or
// a "." component (see goodEnds), so a look at the whole pool at once finds no false hits at their seams.
bool goodInside(std::string_view pool) {
    constexpr std::size_t kStep = 64;
    std::size_t i = 0;
    const auto bad = [pool](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            const std::string_view rest = pool.substr(k);
            if (rest.starts_with("//") || rest.starts_with("/./") || rest.starts_with("/../")) {
                return true;
            }
        }
        return false;
    };
    // Without a branch for each byte: few steps hold a "/" before another or before a ".".
    for (; i + kStep < pool.size(); i += kStep) {
        const char* p = pool.data() + i;
        unsigned char suspect = 0;
        for (std::size_t k = 0; k < kStep; ++k) {
            suspect |= static_cast<unsigned char>((p[k] == '/') & ((p[k + 1] == '/') | (p[k + 1] == '.')));
        }
        if (suspect != 0 && bad(i, i + kStep)) {
            return false;
        }
    }
    return !bad(i, pool.size());
}

// Large tables lie in large pages where the system has them: touching 60 MB page by page takes longer than reading it.
std::uint64_t* largeBlock(std::size_t bytes) {
    using memory::kLargePage;
    void* block = nullptr;
    if (bytes < 2 * kLargePage) {
        block = std::malloc(bytes);
    } else if (block = std::aligned_alloc(kLargePage, (bytes + kLargePage - 1) / kLargePage * kLargePage);
               block != nullptr) {
        memory::inLargePages(block, bytes);
    }
    if (block == nullptr) {
        throw std::bad_alloc();
    }
    return static_cast<std::uint64_t*>(block);
}

bool isDots(std::string_view name) { return name == "." || name == ".."; }

bool goodEnds(std::string_view path) {
    if (path.empty()) {
        return true;
    }
    if (path.front() == '/' || path.back() == '/') {
        return false;
    }
    if (path.front() == '.' && isDots(path.substr(0, path.find('/')))) {
        return false;
    }
    return path.back() != '.' || !isDots(path.substr(path.rfind('/') + 1));
}

}  // namespace

std::string_view entryTypeName(EntryType type) {
    switch (type) {
        case EntryType::Directory:
            return "directory";
        case EntryType::File:
            return "file";
        case EntryType::Symlink:
            return "symlink";
        case EntryType::Hardlink:
            return "hardlink";
        case EntryType::CharDevice:
            return "char_device";
        case EntryType::BlockDevice:
            return "block_device";
        case EntryType::Fifo:
            return "fifo";
        case EntryType::Whiteout:
            return "whiteout";
    }
    return "unknown";
}

std::size_t Toc::Data::bytesFor(std::uint64_t n, std::uint64_t pathBytes, std::uint64_t rareBytes) {
    return sizeof(TocHeader) + n * (sizeof(Digest) + 3 * sizeof(std::uint64_t)) +
           4 * padded(n * sizeof(std::uint32_t)) + padded(n * sizeof(std::uint16_t)) + padded(n) + padded(pathBytes) +
           padded(rareBytes);
}

void Toc::Data::allocate(const TocHeader& header) {
    count = header.count;
    contentSize = header.contentSize;
    blockBytes = bytesFor(count, header.pathBytes, header.rareBytes);
    block.reset(largeBlock(blockBytes));
    char* place = reinterpret_cast<char*>(block.get());
    std::memcpy(place, &header, sizeof header);
    place += sizeof header;
    const auto column = [&place, this]<class T>(T*& pointer) {
        pointer = reinterpret_cast<T*>(place);
        place += padded(count * sizeof(T));
    };
    column(digest);
    column(fileSize);
    column(offset);
    column(mtime);
    column(uid);
    column(gid);
    column(pathEnd);
    column(rare);
    column(mode);
    column(kind);
    paths = place;
    rares = place + padded(header.pathBytes);
}

Toc::Toc() : m_data(std::make_unique<Data>()) {}
Toc::~Toc() = default;

std::size_t Toc::size() const { return m_data->count; }
std::string_view Toc::path(std::size_t index) const { return m_data->path(index); }
EntryType Toc::type(std::size_t index) const {
    return static_cast<EntryType>(m_data->kind[index] & static_cast<std::uint8_t>(~Data::kOpaque));
}
std::uint64_t Toc::fileSize(std::size_t index) const { return m_data->fileSize[index]; }
bool Toc::opaque(std::size_t index) const { return (m_data->kind[index] & Data::kOpaque) != 0; }
std::uint64_t Toc::contentSize() const { return m_data->contentSize; }

Entry Toc::entry(std::size_t index) const {
    const Data& d = *m_data;
    Entry entry;
    entry.path = d.path(index);
    entry.type = type(index);
    entry.mode = d.mode[index];
    entry.uid = d.uid[index];
    entry.gid = d.gid[index];
    entry.size = d.fileSize[index];
    entry.mtime = d.mtime[index];
    entry.digest = d.digest[index];
    entry.offset = d.offset[index];
    entry.opaque = opaque(index);
    if (d.rare[index] != 0) {
        const char* end = reinterpret_cast<const char*>(d.block.get()) + d.blockBytes;
        readRareParts({d.rares, static_cast<std::size_t>(end - d.rares)}, d.rare[index] - 1, entry);
    }
    return entry;
}

std::size_t Toc::lowerBound(std::string_view wanted) const {
    std::size_t begin = 0;
    std::size_t length = m_data->count;
    while (length > 0) {
        const std::size_t half = length / 2;
        if (m_data->path(begin + half) < wanted) {
            begin += half + 1;
            length -= half + 1;
        } else {
            length = half;
        }
    }
    return begin;
}

std::optional<std::size_t> Toc::find(std::string_view wanted) const {
    const std::size_t index = lowerBound(wanted);
    if (index < m_data->count && m_data->path(index) == wanted) {
        return index;
    }
    return std::nullopt;
}

std::string Toc::serialize() const {
    if (m_data->block == nullptr) {
        Data empty;
        TocHeader header{};
        std::memcpy(header.magic, TocHeader::kMagic, sizeof header.magic);
        header.version = TocHeader::kVersion;
        empty.allocate(header);
        return {reinterpret_cast<const char*>(empty.block.get()), empty.blockBytes};
    }
    return {reinterpret_cast<const char*>(m_data->block.get()), m_data->blockBytes};
}

Result<std::shared_ptr<const Toc>> Toc::parse(std::string_view bytes) {
    TocHeader header{};
    if (bytes.size() < sizeof header || std::memcmp(bytes.data(), TocHeader::kMagic, sizeof header.magic) != 0) {
        return damaged(text::worded("it does not begin as one"));
    }
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.version != TocHeader::kVersion) {
        return fail(ErrorCode::Unsupported,
                    text::say("a table of contents has version {}, this program reads version {}", header.version,
                              TocHeader::kVersion));
    }
    // Bounded by the bytes at hand before anything is multiplied or allocated.
    if (header.count > bytes.size() || header.pathBytes > bytes.size() || header.rareBytes > bytes.size() ||
        Data::bytesFor(header.count, header.pathBytes, header.rareBytes) != bytes.size()) {
        return damaged(text::worded("its length is not what its counts say"));
    }
    auto toc = std::make_shared<Toc>();
    Data& d = *toc->m_data;
    d.allocate(header);
    std::memcpy(d.block.get(), bytes.data(), bytes.size());

    std::uint64_t contentSize = 0;
    std::size_t rareEnd = 0;
    for (std::size_t i = 0; i < d.count; ++i) {
        const std::uint32_t begin = i == 0 ? 0 : d.pathEnd[i - 1];
        if (d.pathEnd[i] < begin || d.pathEnd[i] > header.pathBytes) {
            return damaged(text::worded("a path lies outside"));
        }
        const std::string_view path = d.path(i);
        if ((i > 0 && d.path(i - 1) >= path) || !goodEnds(path)) {
            return damaged(text::worded("its paths are out of order or not clean"));
        }
        if (toc->type(i) > EntryType::Whiteout || d.mode[i] > 07777 ||
            (path.empty() && toc->type(i) != EntryType::Directory)) {
            return damaged(text::worded("an entry's type or mode is unknown"));
        }
        if (d.rare[i] != 0) {
            // In order and apart, so that a few bytes can't be read again for every entry.
            Entry rare;
            const std::size_t end = readRareParts({d.rares, header.rareBytes}, d.rare[i] - 1, rare);
            if (d.rare[i] - 1 < rareEnd || end == 0) {
                return damaged(text::worded("an entry's link or attributes lie outside"));
            }
            rareEnd = end;
        }
        if (toc->type(i) == EntryType::File) {
            contentSize += d.fileSize[i];
        }
    }
    const std::string_view pool(d.paths, header.pathBytes);
    if ((d.count == 0 ? 0 : d.pathEnd[d.count - 1]) != header.pathBytes || !goodInside(pool) ||
        pool.find('\0') != std::string_view::npos) {
        return damaged(text::worded("its paths are not clean"));
    }
    if (contentSize != header.contentSize) {
        return damaged(text::worded("its size is not the sum of its files"));
    }
    return toc;
}

}  // namespace slipway::layer
