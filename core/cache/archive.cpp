#include "cache/archive.h"

#include "text/say.h"
#include "text/write_all.h"

#include <cstdlib>
#include <deque>
#include <mutex>

#include <unistd.h>

namespace slipway::cache {

namespace {

constexpr std::size_t kTarBlock = 512;

/// Is this a tar's first header? By its checksum, as tar itself does.
bool isTarHeader(std::string_view block) {
    if (block.size() < kTarBlock)
        return false;
    std::uint64_t sum = 0, stored = 0;
    for (std::size_t i = 0; i < kTarBlock; ++i)
        sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(block[i]);
    for (std::size_t i = 148; i < 156 && block[i] != '\0'; ++i)
        if (block[i] >= '0' && block[i] <= '7')
            stored = stored * 8 + static_cast<std::uint64_t>(block[i] - '0');
        else if (block[i] != ' ')
            return false;
    return block[0] != '\0' && sum == stored;
}

struct Descriptor {
    int value = -1;
    ~Descriptor() {
        if (value >= 0)
            ::close(value);
    }
};

Result<std::string> firstBlock(context::ContextTree& context, const std::string& path, std::stop_token stop) {
    const auto source = context.read(path);
    if (!source)
        return std::unexpected(source.error());
    std::string block;
    const auto done = layer::decompress(
        *source,
        [&](std::string_view bytes) -> Result<> {
            block.append(bytes.substr(0, kTarBlock - block.size()));
            if (block.size() == kTarBlock)
                return fail(ErrorCode::Canceled, "That is enough.");
            return {};
        },
        stop);
    (void)done;  // what can't be decompressed is no archive
    return block;
}

/// Tables of the archives seen last.
class TableMemory {
public:
    std::shared_ptr<const layer::Toc> find(const layer::Digest& digest) {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [known, table] : m_tables)
            if (known == digest)
                return table;
        return nullptr;
    }
    void put(const layer::Digest& digest, std::shared_ptr<const layer::Toc> table) {
        const std::scoped_lock lock(m_mutex);
        m_tables.emplace_back(digest, std::move(table));
        if (m_tables.size() > 32)
            m_tables.pop_front();
    }

private:
    std::mutex m_mutex;
    std::deque<std::pair<layer::Digest, std::shared_ptr<const layer::Toc>>> m_tables;
};

TableMemory& tableMemory() {
    static TableMemory memory;
    return memory;
}

}  // namespace

Result<std::filesystem::path> uncompressArchive(context::ContextTree& context, const std::string& path,
                                                const std::filesystem::path& folder, std::stop_token stop) {
    const auto source = context.read(path);
    if (!source)
        return std::unexpected(source.error());
    std::string name = (folder / "archive-XXXXXX").string();
    const Descriptor out{::mkstemp(name.data())};
    if (out.value < 0)
        return fail(Error::fromErrno("make", name));
    const auto done = layer::decompress(
        *source,
        [&](std::string_view bytes) {
            return text::writeAll(out.value, bytes) ? Result<>() : fail(Error::fromErrno("write", name));
        },
        stop);
    if (done)
        return std::filesystem::path(name);
    ::unlink(name.c_str());
    return std::unexpected(done.error());
}

Result<std::shared_ptr<const layer::Toc>> archiveTable(context::ContextTree& context, const std::string& path,
                                                       const layer::Digest& digest, std::stop_token stop) {
    if (auto known = tableMemory().find(digest))
        return known;
    if (context.overlayText(path))
        return nullptr;
    const auto block = firstBlock(context, path, stop);
    if (!block)
        return std::unexpected(block.error());
    if (!isTarHeader(*block))
        return nullptr;
    std::error_code error;
    std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (error)
        folder = "/tmp";
    const auto copy = uncompressArchive(context, path, folder, stop);
    if (!copy)
        return std::unexpected(copy.error());
    const auto source = layer::fileSource(copy->string());
    auto packed =
        source ? layer::readLayer(*source, {}, stop) : Result<layer::PackedLayer>(std::unexpected(source.error()));
    std::filesystem::remove(*copy, error);
    if (!packed) {
        Error bad = packed.error();
        bad.message = text::say("The archive {} can't be unpacked: {}", path, bad.message);
        return fail(std::move(bad));
    }
    tableMemory().put(digest, packed->toc);
    return packed->toc;
}

}  // namespace slipway::cache
